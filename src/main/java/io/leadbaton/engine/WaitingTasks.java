package io.leadbaton.engine;

import io.leadbaton.WaitingTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells for many leads at once what each waits for and who has to do it. */
@Component("waitingTasks")
class WaitingTasks implements Function<Collection<String>, List<WaitingTask>> {

    private final JdbcClient jdbc;

    WaitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<WaitingTask> apply(Collection<String> leads) {
        return jdbc.sql("""
                        select t.id_, e.business_key_, t.task_def_key_, t.name_, t.assignee_,
                            (select min(i.group_id_) from camunda.act_ru_identitylink i
                             where i.task_id_ = t.id_ and i.type_ = 'candidate') as group_id
                        from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = any(:leads) order by t.create_time_, t.id_
                        """)
                .param("leads", leads.toArray(String[]::new))
                .query(WaitingTasks::task)
                .list();
    }

    private static WaitingTask task(ResultSet row, int number) throws SQLException {
        return new WaitingTask(
                row.getString("id_"),
                row.getString("business_key_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                row.getString("assignee_"),
                row.getString("group_id"));
    }
}
