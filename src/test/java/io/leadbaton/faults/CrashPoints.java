package io.leadbaton.faults;

import io.leadbaton.lead.LeadReceived;
import io.leadbaton.sla.ClockMissed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** In a node that was asked for it: ends the node, or the work, at the point that the campaign of a lead names. */
@Component
@ConditionalOnProperty("leadbaton.faults.crash")
class CrashPoints {

    private final JdbcClient jdbc;

    CrashPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stored, and not yet on its way. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leadReceived(LeadReceived received) {
        String campaign = campaign(received.leadId().value());
        crashIf(campaign.equals("crash-after-insert"));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                crashIf(campaign.equals("crash-before-commit"));
            }

            @Override
            public void afterCommit() {
                crashIf(campaign.equals("crash-after-commit"));
            }
        });
    }

    @EventListener
    void clockMissed(ClockMissed missed) {
        String campaign = campaign(missed.leadId());
        crashIf(campaign.equals("poison-that-kills"));
        if (campaign.equals("poison-that-fails")) {
            throw new IllegalStateException("This lead always fails");
        }
    }

    private String campaign(String lead) {
        return jdbc.sql("select coalesce(campaign, '') from leadbaton.lead where id = :id")
                .param("id", lead)
                .query(String.class)
                .single();
    }

    private static void crashIf(boolean asked) {
        if (asked) {
            Runtime.getRuntime().halt(9);
        }
    }
}
