package io.leadbaton.handoff;

import io.leadbaton.Faults;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.rep.OwnerChoice;
import io.leadbaton.rep.Reps;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a lead another owner, for programs. */
@RestController
@RequestMapping(path = "/api/v1/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leads")
class OwnerApi {

    private static final String MANAGERS = "hasAnyRole('sales-manager', 'sales-operations')";
    private static final int LONGEST_REASON = 2000;

    private final OwnerChanges changes;
    private final OwnerChoices choices;
    private final Reps reps;

    OwnerApi(OwnerChanges changes, OwnerChoices choices, Reps reps) {
        this.changes = changes;
        this.choices = choices;
        this.reps = reps;
    }

    /**
     * @param reason why the lead changes hands; stands in its timeline
     * @param from who has the lead as far as the sender knows, empty for nobody: somebody else's change is not undone unseen
     */
    record NewOwner(String rep, String reason, @Nullable String from) {}

    record Owner(String leadId, String owner) {}

    @GetMapping("/{id}/owner")
    @PreAuthorize(MANAGERS)
    @Operation(summary = "Who has a lead, what it waits for, and to whom it could be given")
    OwnerChoice owner(@PathVariable String id) {
        return choices.apply(LeadId.of(id).value());
    }

    @PostMapping(path = "/{id}/owner", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(MANAGERS)
    @Operation(
            summary = "Give a lead to a rep",
            description = "A lead that waits for a rep is assigned; one that somebody has goes on in other hands.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewOwner.class)))
    Owner handOver(@PathVariable String id, @RequestBody JsonBody body) {
        NewOwner asked = read(body);
        changes.give(LeadId.of(id), asked.rep(), new Note(asked.reason()), asked.from());
        return new Owner(id, asked.rep());
    }

    private NewOwner read(JsonBody body) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        String rep = fields.text("rep");
        String reason = fields.text("reason");
        String from = fields.text("from");
        fields.nothingElse();
        if (rep == null || rep.indexOf(0) >= 0 || reps.find(rep).isEmpty()) {
            faults.add("rep", "rep-unknown", "Name a rep who is on the roster.");
        }
        checkReason(reason, faults);
        faults.refuseIfAny();
        return new NewOwner(String.valueOf(rep), String.valueOf(reason).strip(), from);
    }

    private static void checkReason(@Nullable String reason, Faults faults) {
        if (reason == null || reason.isBlank()) {
            faults.add("reason", "missing", "Say why the lead changes hands.");
        } else if (reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0) {
            faults.add("reason", "too-long", "A reason has at most " + LONGEST_REASON + " readable characters.");
        }
    }
}
