package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LeadbatonTest
class EngineIndexesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    leadbaton_subtasks   | act_ru_task where parent_task_id_ = $1
                    leadbaton_due_tasks  | act_ru_task where due_date_ < $1::timestamp
                    leadbaton_own_rights | act_ru_authorization where user_id_ in ($1, '*')
                    leadbaton_own_tasks  | act_ru_task where assignee_ = $1 order by priority_ desc, due_date_, create_time_ desc limit 15
                    """)
    void serveWhatIsAskedForOften(String index, String question) {
        String plan = transaction.execute(status -> planWithoutReadingAll(question));

        assertThat(plan).contains(index);
    }

    private String planWithoutReadingAll(String question) {
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_sort = off").update();
        jdbc.sql("prepare question as select * from camunda." + question).update();
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        try {
            return String.join(
                    "\n",
                    jdbc.sql("explain execute question('2026-01-01')")
                            .query(String.class)
                            .list());
        } finally {
            jdbc.sql("deallocate question").update();
        }
    }
}
