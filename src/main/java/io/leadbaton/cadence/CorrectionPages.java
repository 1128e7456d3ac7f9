package io.leadbaton.cadence;

import io.leadbaton.lead.Corrector;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.web.FormAnswer;
import io.leadbaton.web.Page;
import io.leadbaton.web.Visitor;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects a logged attempt, from the page of its lead. */
@Page
class CorrectionPages {

    private final Corrections corrections;
    private final Clock clock;

    CorrectionPages(Corrections corrections, Clock clock) {
        this.corrections = corrections;
        this.clock = clock;
    }

    @PostMapping("/leads/{id}/attempts/{number}/correction")
    String correct(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note,
            Authentication person,
            RedirectAttributes next) {
        LeadId lead = LeadId.of(id);
        Corrector by = Corrector.of(Visitor.of(person), clock.instant());
        return new FormAnswer("/leads/" + lead, "attempt-" + number, Map.of("outcome", outcome, "note", note))
                .after(
                        () -> corrections.correct(lead, number, Outcome.named(outcome), new Note(note.strip()), by),
                        "The attempt was corrected.",
                        next);
    }
}
