package io.leadbaton.cadence;

import io.leadbaton.NextAttempt;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Says of leads in work what their contact plans ask for next. */
@Component("nextAttempts")
class NextAttempts implements Function<Collection<String>, Map<String, NextAttempt>> {

    private final Leads leads;
    private final ContactPlans plans;

    NextAttempts(Leads leads, ContactPlans plans) {
        this.leads = leads;
        this.plans = plans;
    }

    @Override
    public Map<String, NextAttempt> apply(Collection<String> ids) {
        List<Lead> inWork = leads.all(ids).stream()
                .filter(lead -> lead.stage() == Stage.WORKING && lead.nextAttemptAt() != null)
                .toList();
        Map<LeadId, ContactPlan> inForce = plans.of(inWork);
        Map<String, NextAttempt> next = new HashMap<>();
        for (Lead lead : inWork) {
            ContactPlan plan = inForce.get(lead.id());
            if (plan != null) {
                next.put(lead.id().value(), next(lead, plan));
            }
        }
        return next;
    }

    private static NextAttempt next(Lead lead, ContactPlan plan) {
        ContactChannel channel = plan.channelFor(lead);
        int number = lead.attemptsMade() + 1;
        String which = number <= lead.attemptsPlanned()
                ? "attempt %d of %d".formatted(number, lead.attemptsPlanned())
                : "one more attempt, as agreed";
        return new NextAttempt(channel.wire(), channel.todo(), which, channel.address());
    }
}
