package io.leadbaton.lifecycle;

import io.leadbaton.lead.ContactWithdrawn;
import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Stage;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code qualification} that a deal was closed outside of it, or that there was no talk after all. */
@Component
class QualificationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Consumer<Runnable> inOwnName;

    QualificationProcess(
            RuntimeService runtime, TaskService tasks, @Qualifier("inOwnName") Consumer<Runnable> inOwnName) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.inOwnName = inOwnName;
    }

    /** Goes the way of a lead that fell silent: the contact plan goes on. */
    @EventListener
    void contactWithdrawn(ContactWithdrawn withdrawn) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(withdrawn.leadId().value())
                .taskDefinitionKey("qualifyLead")
                .list()
                .forEach(task -> inOwnName.accept(() -> tasks.complete(task.getId(), Map.of("verdict", "silent"))));
    }

    @EventListener
    void leadSignalled(LeadSignalled heard) {
        if (heard.stage() == Stage.OPPORTUNITY) {
            switch (heard.signal().type()) {
                case WON -> dealClosed(heard, "won");
                case LOST -> dealClosed(heard, "lost");
                case REPLIED, MEETING_BOOKED, ENGAGED, BOUNCED, OPTED_OUT, HOLD, RESUME -> {
                    // The deal is still open.
                }
            }
        }
    }

    private void dealClosed(LeadSignalled heard, String result) {
        runtime.createMessageCorrelation("opportunityClosed")
                .processInstanceBusinessKey(heard.leadId().value())
                .setVariable("disposition", result)
                .correlateAll();
    }
}
