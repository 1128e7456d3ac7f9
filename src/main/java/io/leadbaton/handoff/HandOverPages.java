package io.leadbaton.handoff;

import io.leadbaton.Refused;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.web.FormAnswer;
import io.leadbaton.web.Page;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a lead another owner, from its page. */
@Page
class HandOverPages {

    private final Reassignments reassignments;

    HandOverPages(Reassignments reassignments) {
        this.reassignments = reassignments;
    }

    @PostMapping("/leads/{id}/owner")
    @PreAuthorize("hasAnyRole('sales-manager', 'sales-operations')")
    String handOver(
            @PathVariable String id, @RequestParam String rep, @RequestParam String reason, RedirectAttributes next) {
        LeadId lead = LeadId.of(id);
        return new FormAnswer("/leads/" + lead, "hand-over", Map.of("rep", rep, "reason", reason))
                .after(() -> handOver(lead, rep, reason), "The lead has changed hands.", next);
    }

    private void handOver(LeadId lead, String rep, String reason) {
        if (reason.isBlank()) {
            throw new Refused("Say why the lead changes hands.");
        }
        reassignments.handOver(lead, rep, new Note(reason.strip()));
    }
}
