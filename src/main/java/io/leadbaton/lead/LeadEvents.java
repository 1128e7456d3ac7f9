package io.leadbaton.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timelines of all leads: numbered from 1 without gaps, never changed, only a person's words are taken out when erased. */
@Repository
public class LeadEvents {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;
    private final Supplier<String> actor;
    private final UntoldEvents later = new UntoldEvents(this::write);

    LeadEvents(JdbcClient jdbc, StoredJson json, Clock clock, @Qualifier("actor") Supplier<String> actor) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.actor = actor;
    }

    public void append(LeadId lead, EventType type, String summary) {
        append(lead, type, summary, Map.of());
    }

    public void append(LeadId lead, EventType type, String summary, Map<String, ?> details) {
        if (later.holds(lead)) {
            appendLater(lead, type, summary, details);
        } else {
            // Whoever tells something about a lead keeps others from changing it.
            write(Map.of(lead, List.of(event(type, summary, details))));
            later.hold(lead);
        }
    }

    /** As {@link #append(LeadId, EventType, String, Map)} for a lead that this transaction has locked already. */
    void appendLater(LeadId lead, EventType type, String summary, Map<String, ?> details) {
        later.add(lead, event(type, summary, details));
    }

    /** What this transaction tells about the lead from now on may wait for its end. */
    void leadIsLocked(LeadId lead) {
        later.hold(lead);
    }

    private NewEvent event(EventType type, String summary, Map<String, ?> details) {
        return new NewEvent(Timestamp.from(clock.instant()), actor.get(), type.wire(), summary, json.write(details));
    }

    /** Before somebody looks at what was told within this very transaction. */
    void flush(LeadId lead) {
        later.flush(lead);
    }

    private void write(Map<LeadId, List<NewEvent>> byLead) {
        List<LeadId> leads = new ArrayList<>();
        List<NewEvent> told = new ArrayList<>();
        byLead.forEach((lead, events) -> {
            leads.addAll(Collections.nCopies(events.size(), lead));
            told.addAll(events);
        });
        jdbc.sql("""
                        with told as (
                            select *, row_number() over (partition by lead order by place) as number
                            from unnest(:lead::text[], :at::timestamptz[], :actor::text[], :type::text[], :summary::text[],
                                :details::text[]) with ordinality as told (lead, at, actor, type, summary, details, place)),
                        numbered as (
                            update leadbaton.lead l set event_seq = l.event_seq + counted.events
                            from (select lead, count(*) as events from told group by lead) counted
                            where l.id = counted.lead returning l.id, l.event_seq - counted.events as before)
                        insert into leadbaton.lead_event (lead_id, seq, at, actor, type, summary, details)
                        select lead, before + number, at, actor, type, summary, details::jsonb
                        from told join numbered on numbered.id = told.lead
                        """)
                .param("lead", leads.stream().map(LeadId::value).toArray(String[]::new))
                .param("at", told.stream().map(NewEvent::at).toArray(Timestamp[]::new))
                .param("actor", told.stream().map(NewEvent::actor).toArray(String[]::new))
                .param("type", told.stream().map(NewEvent::type).toArray(String[]::new))
                .param("summary", told.stream().map(NewEvent::summary).toArray(String[]::new))
                .param("details", told.stream().map(NewEvent::details).toArray(String[]::new))
                .update();
    }

    public List<LeadEvent> timeline(LeadId lead) {
        flush(lead);
        return jdbc.sql("""
                        select seq, at, actor, type, summary, details from leadbaton.lead_event
                        where lead_id = :lead order by seq
                        """).param("lead", lead.value()).query(this::event).list();
    }

    /** What was done with the lead last, newest first; every step starts or stops clocks too, which would hide it. */
    public List<LeadEvent> latest(LeadId lead, int count) {
        flush(lead);
        return jdbc.sql("""
                        select seq, at, actor, type, summary, details from leadbaton.lead_event
                        where lead_id = :lead and type not like 'clock-%' order by seq desc limit :count
                        """)
                .param("lead", lead.value())
                .param("count", count)
                .query(this::event)
                .list();
    }

    void takeOutWords(LeadId lead) {
        flush(lead);
        jdbc.sql("""
                        update leadbaton.lead_event set details = details - 'note'
                        where lead_id = :lead and jsonb_exists(details, 'note')
                        """).param("lead", lead.value()).update();
    }

    private LeadEvent event(ResultSet row, int number) throws SQLException {
        return new LeadEvent(
                row.getInt("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("type"),
                row.getString("summary"),
                json.read(row.getString("details"), MAP));
    }
}
