package io.leadbaton.cadence;

import io.leadbaton.Faults;
import io.leadbaton.lead.Corrector;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import io.leadbaton.web.Visitor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects a logged attempt, for programs. */
@RestController
@RequestMapping(path = "/api/v1/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leads")
class CorrectionApi {

    private static final int LONGEST_NOTE = 2000;

    private final Corrections corrections;
    private final AttemptOutcomes outcomes;
    private final Clock clock;

    CorrectionApi(Corrections corrections, AttemptOutcomes outcomes, Clock clock) {
        this.corrections = corrections;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param note how it came to the mistake, null for none */
    record Correction(String outcome, @Nullable String note) {}

    record Corrected(String leadId, int number, String outcome) {}

    @PostMapping(path = "/{id}/attempts/{number}/correction", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Correct what came of an attempt: who logged it within 15 minutes, later a sales manager;"
                    + " numbers, clocks and work follow")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Correction.class)))
    Corrected correct(
            @PathVariable String id, @PathVariable int number, @RequestBody JsonBody body, Authentication person) {
        Correction asked = read(body);
        corrections.correct(
                LeadId.of(id),
                number,
                Outcome.named(asked.outcome()),
                new Note(Objects.requireNonNullElse(asked.note(), "")),
                Corrector.of(Visitor.of(person), clock.instant()));
        return new Corrected(id, number, asked.outcome());
    }

    private Correction read(JsonBody body) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        String outcome = Objects.requireNonNullElse(fields.text("outcome"), "");
        String note = fields.text("note");
        fields.nothingElse();
        if (!outcomes.get().contains(outcome)) {
            faults.add(
                    "outcome",
                    "outcome-unknown",
                    "Use one of these outcomes: " + String.join(", ", outcomes.get()) + ".");
        }
        if (note != null && (note.length() > LONGEST_NOTE || note.indexOf(0) >= 0)) {
            faults.add("note", "too-long", "A note has at most " + LONGEST_NOTE + " readable characters.");
        }
        faults.refuseIfAny();
        return new Correction(outcome, note);
    }
}
