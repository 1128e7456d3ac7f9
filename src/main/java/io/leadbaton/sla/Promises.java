package io.leadbaton.sla;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was promised for each lead, as its policy version said. */
@Repository
class Promises {

    private final JdbcClient jdbc;

    Promises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the table decided; an earlier decision about the same clause is replaced. */
    void keep(String leadId, List<? extends Map<String, ?>> rows) {
        List<Promise> promises = rows.stream().map(Promise::of).toList();
        jdbc.sql("""
                        insert into leadbaton.sla_promise (lead_id, clause, target, unit, calendar)
                        select :lead, * from unnest(:clauses::text[], :targets::int[], :units::text[], :calendars::text[])
                        on conflict (lead_id, clause) do update
                        set target = excluded.target, unit = excluded.unit, calendar = excluded.calendar
                        """)
                .param("lead", leadId)
                .param("clauses", promises.stream().map(p -> p.clause().wire()).toArray(String[]::new))
                .param("targets", promises.stream().map(Promise::target).toArray(Integer[]::new))
                .param("units", promises.stream().map(Promise::unit).toArray(String[]::new))
                .param("calendars", promises.stream().map(Promise::calendar).toArray(String[]::new))
                .update();
    }

    Optional<Promise> find(String leadId, Clause clause) {
        return jdbc.sql("select * from leadbaton.sla_promise where lead_id = :lead and clause = :clause")
                .param("lead", leadId)
                .param("clause", clause.wire())
                .query((row, n) ->
                        new Promise(clause, row.getInt("target"), row.getString("unit"), row.getString("calendar")))
                .optional();
    }
}
