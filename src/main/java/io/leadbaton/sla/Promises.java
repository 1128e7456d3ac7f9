package io.leadbaton.sla;

import io.leadbaton.PerTransaction;
import io.leadbaton.sla.calendar.Target;
import io.leadbaton.sla.calendar.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was promised for each lead, as its policy version said. */
@Repository
class Promises {

    private final JdbcClient jdbc;
    private final PerTransaction<Map<String, List<Promise>>> known = new PerTransaction<>(HashMap::new);

    Promises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the table decided; an earlier decision about the same clause is replaced. */
    void keep(String leadId, List<? extends Map<String, ?>> rows) {
        List<Promise> promises = rows.stream().map(Promise::of).toList();
        List<Promise> all = jdbc.sql("""
                        with kept as (
                        insert into leadbaton.sla_promise
                            (lead_id, clause, target, unit, calendar, warnings, ladder, keep_timing)
                        select :lead, clause, target, unit, calendar, string_to_array(warnings, ',')::int[],
                            string_to_array(ladder, ','), keep_timing
                        from unnest(:clauses::text[], :targets::int[], :units::text[], :hours::text[], :warnings::text[],
                            :ladders::text[], :timings::boolean[])
                            as row (clause, target, unit, calendar, warnings, ladder, keep_timing)
                        on conflict (lead_id, clause) do update
                        set target = excluded.target, unit = excluded.unit, calendar = excluded.calendar,
                            warnings = excluded.warnings, ladder = excluded.ladder, keep_timing = excluded.keep_timing
                        returning *)
                        select * from kept
                        union all select * from leadbaton.sla_promise where lead_id = :lead and clause <> all (:clauses)
                        """)
                .param("lead", leadId)
                .param("clauses", promises.stream().map(p -> p.clause().wire()).toArray(String[]::new))
                .param(
                        "targets",
                        promises.stream().map(p -> p.target().amount()).toArray(Integer[]::new))
                .param(
                        "units",
                        promises.stream().map(p -> p.target().unit().wire()).toArray(String[]::new))
                .param("hours", promises.stream().map(Promise::hours).toArray(String[]::new))
                .param("warnings", promises.stream().map(Promises::warnings).toArray(String[]::new))
                .param("ladders", promises.stream().map(Promises::ladder).toArray(String[]::new))
                .param("timings", promises.stream().map(Promise::keepTiming).toArray(Boolean[]::new))
                .query((row, number) -> promise(row))
                .list();
        known.get().put(leadId, all);
    }

    Optional<Promise> find(String leadId, Clause clause) {
        return known.get().computeIfAbsent(leadId, this::read).stream()
                .filter(promise -> promise.clause() == clause)
                .findFirst();
    }

    private List<Promise> read(String leadId) {
        return jdbc.sql("select * from leadbaton.sla_promise where lead_id = :lead")
                .param("lead", leadId)
                .query((row, number) -> promise(row))
                .list();
    }

    /** Reads the columns a promise and a clock have in common. */
    static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                Clause.named(row.getString("clause")),
                new Target(row.getInt("target"), Unit.named(row.getString("unit"))),
                row.getString("calendar"),
                List.of((Integer[]) row.getArray("warnings").getArray()),
                Ladder.rungs(String.join(",", (String[]) row.getArray("ladder").getArray())),
                row.getBoolean("keep_timing"));
    }

    private static String warnings(Promise promise) {
        return promise.warnings().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String ladder(Promise promise) {
        return promise.ladder().stream().map(Mark::wire).collect(Collectors.joining(","));
    }
}
