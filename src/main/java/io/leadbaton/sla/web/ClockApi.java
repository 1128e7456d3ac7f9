package io.leadbaton.sla.web;

import io.leadbaton.Faults;
import io.leadbaton.sla.Excuses;
import io.leadbaton.sla.Explanation;
import io.leadbaton.sla.Explanations;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of promises for programs: why they fall due when they do, and whether a breach shall count. */
@RestController
@RequestMapping(path = "/api/v1/clocks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "clocks")
class ClockApi {

    private static final int LONGEST_REASON = 500;

    private final Explanations explanations;
    private final Excuses excuses;

    ClockApi(Explanations explanations, Excuses excuses) {
        this.explanations = explanations;
        this.excuses = excuses;
    }

    /** What a rep or a manager says about a breach. */
    record Reason(String reason) {}

    @GetMapping("/explanation")
    @Operation(summary = "Start, calendar, what was counted and skipped, deadline and events of a clock")
    Explanation explanation(@PathVariable String id) {
        return explanations.of(id);
    }

    @PostMapping(path = "/excuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('sales-manager')")
    @Operation(summary = "Excuse a breach; figures show it gross and adjusted")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reason.class)))
    Explanation excuse(@PathVariable String id, @RequestBody JsonBody body) {
        excuses.excuse(id, reason(body));
        return explanations.of(id);
    }

    @PostMapping(path = "/contest", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask the managers to excuse a breach; only its owner may")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Reason.class)))
    Explanation contest(@PathVariable String id, @RequestBody JsonBody body) {
        excuses.contest(id, reason(body));
        return explanations.of(id);
    }

    private static String reason(JsonBody body) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        String reason = fields.text("reason");
        fields.nothingElse();
        if (reason == null || reason.isBlank()) {
            faults.add("reason", "missing", "Say why, so that others can follow.");
        } else if (reason.length() > LONGEST_REASON) {
            faults.add("reason", "too-long", "At most " + LONGEST_REASON + " characters.");
        }
        faults.refuseIfAny();
        return String.valueOf(reason).strip();
    }
}
