package io.leadbaton.handoff;

import io.leadbaton.WaitingTask;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.rep.Candidate;
import io.leadbaton.rep.Candidates;
import io.leadbaton.rep.OwnerChoice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Says to whom a person could give a lead: one that waits for a rep, or one that somebody has. */
@Component("ownerChoices")
class OwnerChoices implements Function<String, OwnerChoice> {

    private final Leads leads;
    private final Candidates candidates;
    private final Function<Collection<String>, List<WaitingTask>> waitingTasks;

    OwnerChoices(
            Leads leads,
            Candidates candidates,
            @Qualifier("waitingTasks") Function<Collection<String>, List<WaitingTask>> waitingTasks) {
        this.leads = leads;
        this.candidates = candidates;
        this.waitingTasks = waitingTasks;
    }

    @Override
    public OwnerChoice apply(String leadId) {
        Lead lead = leads.get(LeadId.of(leadId));
        WaitingTask task = waitsFor(lead.id());
        boolean isOwned = lead.owner() != null && lead.stage().isWithSales();
        boolean mayBeGiven = isOwned || task != null && task.asksForRep();
        return new OwnerChoice(
                lead.owner(),
                task,
                mayBeGiven,
                mayBeGiven ? choice(lead, task != null && task.asksForSenior()) : List.of());
    }

    /** The one that asks for a rep before all others. */
    @Nullable
    WaitingTask waitsFor(LeadId lead) {
        return waitingTasks.apply(List.of(lead.value())).stream()
                .min(Comparator.comparing(task -> !task.asksForRep()))
                .orElse(null);
    }

    /** A second voice is a senior; only when none is there may it be anybody, so that the lead does not wait for ever. */
    private List<Candidate> choice(Lead lead, boolean forSenior) {
        List<Candidate> others = candidates.all().stream()
                .filter(rep -> !rep.userId().equals(lead.owner()))
                .toList();
        boolean seniorIsThere = others.stream().anyMatch(rep -> rep.senior() && rep.available());
        return forSenior && seniorIsThere
                ? others.stream().filter(Candidate::senior).toList()
                : others;
    }
}
