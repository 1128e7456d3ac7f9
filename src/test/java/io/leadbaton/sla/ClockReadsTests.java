package io.leadbaton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking a clock changes nothing, however often it is asked. */
class ClockReadsTests extends OwedPromise {

    private static final int TIMES = 100;

    @Autowired
    SlaDates sla;

    @Autowired
    Clocks clocks;

    @Autowired
    Explanations explanations;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void changesNoRowWhenAClockIsAskedAHundredTimesAndEveryTimerRecalculated() {
        List<LeadId> leads =
                Owed.all().stream().map(owed -> owed.lead(scenario)).toList();
        LeadId late = Owed.all().get(1).lead(scenario);
        scenario.runsOut(late, "firstResponse");
        LeadId paused = Owed.all().get(5).lead(scenario);
        transaction.executeWithoutResult(together -> clocks.pause(paused.value(), "on hold"));
        Map<String, List<String>> before = everything();

        for (int i = 0; i < TIMES; i++) {
            leads.forEach(this::asksEverything);
            asksEverything(late);
            asksEverything(paused);
        }
        management
                .createJobQuery()
                .timers()
                .list()
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));

        assertThat(everything()).isEqualTo(before);
    }

    private void asksEverything(LeadId lead) {
        for (Clause clause : Clause.values()) {
            sla.dueAt(lead.value(), clause.wire());
            sla.firstMark(lead.value(), clause.wire());
            sla.taskDue(lead.value(), clause.wire());
            sla.nearerDue(lead.value(), clause.wire(), "nextAttempt");
        }
        rows.openOf(lead.value()).forEach(clock -> {
            sla.nextMark(clock.id());
            explanations.of(clock.id());
        });
    }

    /** The engine counts a job up when it is recalculated, also to the same date. */
    private Map<String, List<String>> everything() {
        return jdbc.sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname = 'leadbaton' or schemaname = 'camunda' and tablename like 'act\\_ru\\_%'
                        """).query(String.class).list().stream()
                .collect(Collectors.toMap(Function.identity(), this::rowsOf));
    }

    private List<String> rowsOf(String table) {
        String row = table.endsWith("act_ru_job") ? "(to_jsonb(t) - 'rev_')::text" : "t::text";
        return jdbc.sql("select " + row + " as line from " + table + " t order by line")
                .query(String.class)
                .list();
    }
}
