package io.leadbaton.lead.web;

import io.leadbaton.lead.LeadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets work on a lead going again that broke for a technical reason, for programs. */
@RestController
@RequestMapping(path = "/api/v1/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leads")
class RetryApi {

    private final BrokenWork broken;

    RetryApi(BrokenWork broken) {
        this.broken = broken;
    }

    /**
     * @param tried how many pieces of work are tried once more
     * @param renewed whether the lead went on under the policy in force instead, where it stands
     */
    record Retry(String leadId, int tried, boolean renewed) {}

    @PostMapping("/{id}/retry")
    @PreAuthorize("hasAnyRole('sales-manager', 'sales-operations')")
    @Operation(
            summary =
                    "Try once more what broke; a lead of an older policy goes on under the one in force, where it stands")
    Retry retry(@PathVariable String id) {
        BrokenWork.Retried done = broken.retry(LeadId.of(id));
        return new Retry(id, done.tried(), done.renewed());
    }
}
