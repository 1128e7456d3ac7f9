package io.leadbaton.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
        jdbc.sql("""
                        with numbered as (
                            update leadbaton.lead set event_seq = event_seq + 1 where id = :lead returning event_seq)
                        insert into leadbaton.lead_event (lead_id, seq, at, actor, type, summary, details)
                        select :lead, event_seq, :at, :actor, :type, :summary, cast(:details as jsonb) from numbered
                        """)
                .param("lead", lead.value())
                .params(columns(type, summary, details))
                .update();
    }

    public List<LeadEvent> timeline(LeadId lead) {
        return jdbc.sql("""
                        select seq, at, actor, type, summary, details from leadbaton.lead_event
                        where lead_id = :lead order by seq
                        """).param("lead", lead.value()).query(this::event).list();
    }

    /** What was done with the lead last, newest first; every step starts or stops clocks too, which would hide it. */
    public List<LeadEvent> latest(LeadId lead, int count) {
        return jdbc.sql("""
                        select seq, at, actor, type, summary, details from leadbaton.lead_event
                        where lead_id = :lead and type not like 'clock-%' order by seq desc limit :count
                        """)
                .param("lead", lead.value())
                .param("count", count)
                .query(this::event)
                .list();
    }

    /** The values of an event's columns, for statements that write it together with a change of the lead. */
    Map<String, Object> columns(EventType type, String summary, Map<String, ?> details) {
        return Map.of(
                "at", Timestamp.from(clock.instant()),
                "actor", actor.get(),
                "type", type.wire(),
                "summary", summary,
                "details", json.write(details));
    }

    void takeOutWords(LeadId lead) {
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
