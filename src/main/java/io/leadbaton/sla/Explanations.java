package io.leadbaton.sla;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.NotKnown;
import io.leadbaton.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Explains a clock to whoever doubts its deadline. Only reads. */
@Component
public class Explanations {

    private static final TypeReference<List<Explanation.Stretch>> STRETCHES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final Reckoning reckoning;
    private final OpeningHours openingHours;
    private final StoredJson json;

    Explanations(JdbcClient jdbc, ClockRows rows, Reckoning reckoning, OpeningHours openingHours, StoredJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reckoning = reckoning;
        this.openingHours = openingHours;
        this.json = json;
    }

    public Explanation of(String clockId) {
        SlaClock clock = rows.find(clockId).orElseThrow(() -> new NotKnown("There is no such clock."));
        return jdbc.sql("select * from leadbaton.sla_clock where id = :id")
                .param("id", clockId)
                .query((row, number) -> explanation(clock, row))
                .single();
    }

    private Explanation explanation(SlaClock clock, ResultSet row) throws SQLException {
        List<Explanation.Stretch> segments = json.read(row.getString("explanation"), STRETCHES);
        Explanation.@Nullable Calendar calendar = calendar(clock);
        return new Explanation(
                clock.id(),
                clock.leadId(),
                clock.clause().wire(),
                clock.round(),
                clock.state().wire(),
                clock.owner(),
                clock.startedAt(),
                clock.promise().target().amount(),
                clock.promise().target().unit().wire(),
                calendar,
                clock.dueAt(),
                Because.of(segments, clock.dueAt(), calendar == null ? "UTC" : calendar.zone()),
                segments,
                steps(clock),
                clock.closedAt(),
                row.getString("closed_why"),
                row.getObject("wall_seconds", Long.class),
                row.getObject("business_seconds", Long.class),
                statement(row, "contested"),
                statement(row, "excused"),
                events(clock));
    }

    private Explanation.@Nullable Calendar calendar(SlaClock clock) {
        if (clock.calendarId() == null) {
            return null;
        }
        Hours hours = openingHours.version(clock.calendarId(), clock.calendarVersion());
        return new Explanation.Calendar(
                clock.calendarId(), hours.version(), hours.zone().getId());
    }

    private List<Explanation.Step> steps(SlaClock clock) {
        Map<String, Instant> reached = new HashMap<>();
        jdbc.sql("select mark, at from leadbaton.sla_mark where clock_id = :id")
                .param("id", clock.id())
                .query(row -> {
                    reached.put(row.getString("mark"), row.getTimestamp("at").toInstant());
                });
        return clock.promise().marks().stream()
                .map(mark -> new Explanation.Step(
                        mark.name(),
                        mark.percent(),
                        clock.standsStill() ? null : reckoning.at(clock, mark),
                        reached.get(mark.name())))
                .toList();
    }

    private static Explanation.@Nullable Statement statement(ResultSet row, String what) throws SQLException {
        Timestamp at = row.getTimestamp(what + "_at");
        return at == null
                ? null
                : new Explanation.Statement(at.toInstant(), row.getString(what + "_by"), row.getString(what + "_why"));
    }

    private List<Explanation.Event> events(SlaClock clock) {
        return jdbc.sql("""
                        select at, actor, type, summary, details from leadbaton.lead_event
                        where lead_id = :lead and details ->> 'clockId' = :clock order by seq
                        """)
                .param("lead", clock.leadId())
                .param("clock", clock.id())
                .query((row, number) -> new Explanation.Event(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("type"),
                        row.getString("summary"),
                        json.read(row.getString("details"), DETAILS)))
                .list();
    }
}
