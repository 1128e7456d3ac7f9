package io.leadbaton.lead.web;

import io.leadbaton.Faults;
import io.leadbaton.lead.Intake;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadRefused;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Receipt;
import io.leadbaton.lead.Signal;
import io.leadbaton.web.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads for programs: taking one in, reading, searching, signalling, erasing. */
@RestController
@RequestMapping(path = "/api/v1/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leads")
class LeadApi {

    private final Intake intake;
    private final ShownLeads shown;
    private final LeadSearch search;
    private final LeadHistory history;

    LeadApi(Intake intake, ShownLeads shown, LeadSearch search, LeadHistory history) {
        this.intake = intake;
        this.shown = shown;
        this.search = search;
        this.history = history;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a lead in; the same Idempotency-Key and body again answer 200 with the same lead")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = NewLead.class)))
    ResponseEntity<ShownLead> receive(
            @RequestBody JsonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal sender) {
        String checkedKey = IdempotencyKey.checked(key);
        NewLead lead = read(body);
        Receipt receipt = intake.receive(lead, sender.getName(), checkedKey, checkedKey == null ? null : body.hash());
        ShownLead stored = shown.get(receipt.leadId());
        return ResponseEntity.status(receipt.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/leads/" + receipt.leadId()))
                .body(stored);
    }

    private NewLead read(JsonBody body) {
        Faults faults = new Faults();
        NewLead lead = LeadBody.read(body, faults);
        if (!faults.isEmpty()) {
            faults.addAll(intake.faults(lead));
            throw new LeadRefused(faults.list());
        }
        return lead;
    }

    @GetMapping
    @Operation(summary = "Search leads, newest first")
    LeadSearch.Page find(@RequestParam Map<String, String> parameters) {
        return search.find(LeadQuery.of(parameters));
    }

    @GetMapping("/{id}")
    ShownLead lead(@PathVariable String id) {
        return shown.get(LeadId.of(id));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Everything that happened to a lead, from the first event on")
    List<LeadEvent> timeline(@PathVariable String id) {
        return history.timeline(LeadId.of(id));
    }

    @PostMapping(path = "/{id}/signals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Tell what was heard from or about a lead")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Signal.class)))
    void signal(@PathVariable String id, @RequestBody JsonBody body) {
        history.signal(LeadId.of(id), SignalBody.read(body));
    }

    @DeleteMapping("/{id}/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('sales-manager', 'camunda-admin')")
    @Operation(summary = "Erase the person behind a lead; what statistics need stays")
    void erase(@PathVariable String id) {
        history.erase(LeadId.of(id));
    }
}
