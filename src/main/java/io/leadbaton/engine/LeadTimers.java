package io.leadbaton.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the timers that are set for a lead: their ids, and the date each was drawn with. */
@Component("leadTimers")
class LeadTimers implements Function<String, Map<String, String>> {

    private static final String TIMERS = """
            select j.id_, j.execution_id_, j.job_def_id_ from camunda.act_ru_job j
            join camunda.act_ru_execution e on e.id_ = j.root_proc_inst_id_
            where e.business_key_ = :lead and e.parent_id_ is null and e.super_exec_ is null and j.type_ = 'timer'
            """;

    private final JdbcClient jdbc;
    private final TimerTexts texts;

    LeadTimers(JdbcClient jdbc, TimerTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Timer(String id, String execution, String definition) {

        boolean isThere() {
            return CurrentStep.leaves(JobEntity.class, id) && CurrentStep.leaves(ExecutionEntity.class, execution);
        }
    }

    @Override
    public Map<String, String> apply(String leadId) {
        return jdbc
                .sql(TIMERS)
                .param("lead", leadId)
                .query((row, number) -> new Timer(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(Timer::isThere)
                .collect(Collectors.toMap(Timer::id, timer -> texts.of(timer.definition())));
    }
}
