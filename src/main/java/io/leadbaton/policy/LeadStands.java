package io.leadbaton.policy;

import java.util.Map;

/**
 * Where a lead stands behind a step of a diagram, as diagrams ask for it.
 *
 * @param stage as {@code ${leads.stage(leadId)}} answers
 * @param process as {@code ${leads.place(leadId)}} answers
 */
public record LeadStands(StepAnswer behind, String stage, String process) {

    Map<String, String> answers() {
        return Map.of("leads.stage(leadId)", stage, "leads.place(leadId)", process);
    }
}
