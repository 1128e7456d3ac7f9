package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadSignalled;
import io.leadbaton.lead.Stage;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code qualification} that a deal was closed outside of it. */
@Component
class QualificationProcess {

    private final RuntimeService runtime;

    QualificationProcess(RuntimeService runtime) {
        this.runtime = runtime;
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
