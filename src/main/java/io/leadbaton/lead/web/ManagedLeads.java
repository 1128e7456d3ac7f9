package io.leadbaton.lead.web;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.lead.web.ShownLead.ShownClause;
import io.leadbaton.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a manager can do about a lead now. */
@Component
class ManagedLeads {

    private final Supplier<List<Map<String, String>>> repChoices;
    private final BrokenWork broken;

    ManagedLeads(@Qualifier("repChoices") Supplier<List<Map<String, String>>> repChoices, BrokenWork broken) {
        this.repChoices = repChoices;
        this.broken = broken;
    }

    /**
     * @param hasOwner whether there is work to hand over
     * @param reps who could get the lead, as value and label
     * @param brokenWork how much stands still for a technical reason
     * @param excusable broken promises that could be excused
     */
    record Panel(
            boolean hasOwner,
            List<Map<String, String>> reps,
            boolean mayRest,
            boolean rests,
            int brokenWork,
            List<ShownClause> excusable) {

        /** Whether there is anything to do at all. */
        public boolean isEmpty() {
            return !hasOwner && !mayRest && !rests && brokenWork == 0 && excusable.isEmpty();
        }
    }

    Panel of(ShownLead lead, Stage stage, Visitor me) {
        boolean hasOwner = lead.owner() != null && stage.isWithSales();
        return new Panel(
                hasOwner,
                hasOwner ? others(String.valueOf(lead.owner())) : List.of(),
                hasOwner && stage == Stage.WORKING,
                stage == Stage.ON_HOLD,
                stage.isOpen() ? broken.of(LeadId.of(lead.id())) : 0,
                me.mayExcuse() ? missed(lead) : List.of());
    }

    private List<Map<String, String>> others(String owner) {
        return repChoices.get().stream()
                .filter(rep -> !owner.equals(rep.get("value")))
                .toList();
    }

    private static List<ShownClause> missed(ShownLead lead) {
        return lead.sla().stream()
                .filter(clause -> clause.state().equals("missed"))
                .toList();
    }
}
