package io.leadbaton.lead;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases the person behind a lead and keeps what statistics need. */
@Component
public class Erasure {

    private final JdbcClient jdbc;
    private final Leads leads;
    private final LeadEvents events;
    private final ApplicationEventPublisher publisher;

    Erasure(JdbcClient jdbc, Leads leads, LeadEvents events, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.events = events;
        this.publisher = publisher;
    }

    /** Erases the lead together with all that were merged into it; does nothing when that was done before. */
    @Transactional
    public void erase(LeadId id) {
        jdbc.sql("select id from leadbaton.lead where id = :known or merged_into = :known order by id")
                .param("known", leads.survivorOf(id).value())
                .query((row, n) -> new LeadId(row.getString("id")))
                .list()
                .forEach(this::eraseOne);
    }

    private void eraseOne(LeadId id) {
        if (leads.lock(id).stage() == Stage.ERASED) {
            return;
        }
        leads.move(id, Stage.ERASED, "Person erased", EventType.PERSON_ERASED);
        events.takeOutWords(id);
        forget(id, "delete from leadbaton.lead_person where lead_id = :id");
        forget(id, "delete from leadbaton.lead_identity where lead_id = :id");
        forget(id, "update leadbaton.attempt set note = null where lead_id = :id");
        forget(id, "update leadbaton.attempt_correction set note = null where lead_id = :id");
        forget(id, "update leadbaton.lead set external_id = null, facts = '{}' where id = :id");
        forget(id, "update leadbaton.sla_clock set contested_why = null, excused_why = null where lead_id = :id");
        publisher.publishEvent(new PersonErased(id));
    }

    private void forget(LeadId id, String statement) {
        jdbc.sql(statement).param("id", id.value()).update();
    }
}
