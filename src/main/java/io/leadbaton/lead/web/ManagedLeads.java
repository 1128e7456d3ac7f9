package io.leadbaton.lead.web;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Stage;
import io.leadbaton.lead.web.ShownLead.ShownClause;
import io.leadbaton.rep.OwnerChoice;
import io.leadbaton.web.Visitor;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a manager can do about a lead now. */
@Component
class ManagedLeads {

    private final Function<String, OwnerChoice> ownerChoices;
    private final BrokenWork broken;

    ManagedLeads(@Qualifier("ownerChoices") Function<String, OwnerChoice> ownerChoices, BrokenWork broken) {
        this.ownerChoices = ownerChoices;
        this.broken = broken;
    }

    /**
     * @param owner who has the lead, and who could get it
     * @param brokenWork how much stands still for a technical reason
     * @param outdated whether there is a newer policy it could go on under
     * @param excusable broken promises that could be excused
     */
    record Panel(
            OwnerChoice owner,
            boolean mayRest,
            boolean rests,
            int brokenWork,
            boolean outdated,
            List<ShownClause> excusable) {

        /** Whether there is anything to do at all. */
        public boolean isEmpty() {
            return !owner.mayBeGiven()
                    && !isElsewhere()
                    && !mayRest
                    && !rests
                    && brokenWork == 0
                    && !outdated
                    && excusable.isEmpty();
        }

        /** Whether somebody has to do something first to whom no lead is given, as marketing with a rejected one. */
        public boolean isElsewhere() {
            return !owner.mayBeGiven() && owner.waitsFor() != null;
        }
    }

    Panel of(ShownLead lead, Stage stage, Visitor me) {
        OwnerChoice owner = ownerChoices.apply(lead.id());
        return new Panel(
                owner,
                lead.owner() != null && stage == Stage.WORKING,
                stage == Stage.ON_HOLD,
                stage.isOpen() ? broken.of(LeadId.of(lead.id())) : 0,
                broken.isOutdated(LeadId.of(lead.id())),
                me.mayExcuse() ? missed(lead) : List.of());
    }

    private static List<ShownClause> missed(ShownLead lead) {
        return lead.sla().stream()
                .filter(clause -> clause.state().equals("missed"))
                .toList();
    }
}
