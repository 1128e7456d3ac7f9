package io.leadbaton.lead.web;

import io.leadbaton.FormDates;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.web.FormAnswer;
import io.leadbaton.web.Page;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What managers and sales operations do to a lead from its page: let it rest, let it go on, set going again what broke. */
@Page
@PreAuthorize("hasAnyRole('sales-manager', 'sales-operations')")
class ManagedLeadPages {

    private final LeadHistory history;
    private final BrokenWork broken;

    ManagedLeadPages(LeadHistory history, BrokenWork broken) {
        this.history = history;
        this.broken = broken;
    }

    @PostMapping("/leads/{id}/hold")
    String hold(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        String words = note.isBlank() ? null : note.strip();
        return at(id, "hold", Map.of("note", note))
                .after(
                        () -> history.signal(
                                LeadId.of(id),
                                new Signal(Signal.Type.HOLD, null, FormDates.readIfGiven(until), words, null)),
                        "The lead rests until then; its clocks stand still.",
                        next);
    }

    @PostMapping("/leads/{id}/resume")
    String resume(@PathVariable String id, RedirectAttributes next) {
        return at(id, "hold", Map.of())
                .after(
                        () -> history.signal(LeadId.of(id), Signal.of(Signal.Type.RESUME)),
                        "Work goes on with the next attempt.",
                        next);
    }

    @PostMapping("/leads/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes next) {
        boolean outdated = broken.isOutdated(LeadId.of(id));
        return at(id, "retry", Map.of())
                .after(
                        () -> broken.retry(LeadId.of(id)),
                        outdated ? "The lead goes on under the policy in force." : "It is being tried once more.",
                        next);
    }

    private static FormAnswer at(String id, String form, Map<String, String> typed) {
        return new FormAnswer("/leads/" + LeadId.of(id), form, typed);
    }
}
