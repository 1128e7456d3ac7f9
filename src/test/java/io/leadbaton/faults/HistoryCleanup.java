package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import io.leadbaton.Http;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;

/** The engine throws away the history of leads that ended long ago, under load. */
final class HistoryCleanup implements Fault {

    private static final String LONG_AGO = """
            with aged as (update leadbaton.lead set stage_since = stage_since - interval '200 days' where id = any (:leads))
            update camunda.%s set removal_time_ = now() at time zone 'UTC' - interval '1 day'
            where root_proc_inst_id_ in (select root_proc_inst_id_ from camunda.act_hi_procinst where business_key_ = any (:leads))
            """;

    @Override
    public String name() {
        return "F17 history is cleaned up";
    }

    @Override
    public Finding happen(World world) {
        List<String> ended = world.promises(LeadbatonFaults.scaled(100));
        Http manager = Http.as("manager1", world.nodes().get(0).port());
        ended.forEach(lead -> manager.post("/api/v1/leads/" + lead + "/signals", "{\"type\": \"opted-out\"}"));
        List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_op_log", "act_hi_incident", "act_hi_procinst")
                .forEach(table -> world.sql()
                        .sql(LONG_AGO.formatted(table))
                        .param("leads", ended.toArray(String[]::new))
                        .update());
        world.load().start(20);
        world.bean(HistoryService.class).cleanUpHistoryAsync(true);
        await().atMost(Duration.ofMinutes(1)).until(() -> remembered(world, ended) == 0);
        world.load().pause();
        return Finding.of(
                        "the history of %d ended leads removed at 20 leads a second; answers %s"
                                .formatted(ended.size(), world.load().answers()),
                        ended.size())
                .must(!world.load().answers().containsKey("500"), "somebody was answered 500");
    }

    private static int remembered(World world, List<String> leads) {
        return world.sql()
                .sql("select count(*) from camunda.act_hi_procinst where business_key_ = any (:leads)")
                .param("leads", leads.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
