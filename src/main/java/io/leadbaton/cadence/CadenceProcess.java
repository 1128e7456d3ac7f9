package io.leadbaton.cadence;

import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadSignalled;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code cadence} what was heard from the lead it works. */
@Component
class CadenceProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Cadences cadences;
    private final Clock clock;

    CadenceProcess(RuntimeService runtime, ManagementService management, Cadences cadences, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.cadences = cadences;
        this.clock = clock;
    }

    @EventListener
    void leadSignalled(LeadSignalled heard) {
        switch (heard.stage()) {
            case WORKING, ON_HOLD -> pass(heard);
            default -> {
                // No contact plan is under way.
            }
        }
    }

    /** An attempt was a talk after all. */
    void contactWasMade(LeadId lead) {
        correlate("replied", lead);
    }

    /** An attempt showed after all that the lead cannot be reached. */
    void dataWasWrong(LeadId lead) {
        runtime.createMessageCorrelation("dataFoundWrong")
                .processInstanceBusinessKey(lead.value())
                .setVariable("next", "unreachable")
                .correlateAll();
    }

    private void pass(LeadSignalled heard) {
        switch (heard.signal().type()) {
            case REPLIED -> correlate("replied", heard.leadId());
            case MEETING_BOOKED -> correlate("meetingBooked", heard.leadId());
            case HOLD -> correlate("held", heard.leadId());
            case RESUME -> endHold(heard.leadId());
            case BOUNCED -> askForTheOtherChannel(heard.leadId());
            case ENGAGED, OPTED_OUT, WON, LOST -> {
                // Not a matter of the contact plan.
            }
        }
    }

    private void correlate(String message, LeadId lead) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(lead.value())
                .correlateAll();
    }

    /** Whoever has the attempt open is asked to use the way that is left. */
    private void askForTheOtherChannel(LeadId lead) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value(), "cadence").list().stream()
                .flatMap(cadence -> runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(cadence.getId())
                        .variableName("channel")
                        .list()
                        .stream())
                .filter(channel -> channel.getValue() != null)
                .forEach(channel ->
                        runtime.setVariableLocal(channel.getExecutionId(), "channel", cadences.nextChannel(lead)));
    }

    private void endHold(LeadId lead) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value(), "cadence").list().stream()
                .flatMap(cadence ->
                        management
                                .createJobQuery()
                                .processInstanceId(cadence.getId())
                                .activityId("holdEnds")
                                .list()
                                .stream())
                .map(Job::getId)
                .forEach(job -> management.setJobDuedate(job, Date.from(clock.instant())));
    }
}
