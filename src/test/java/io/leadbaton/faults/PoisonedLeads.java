package io.leadbaton.faults;

import io.leadbaton.Http;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among many promises that fall due, one ends whichever node notices it, and one always fails. */
final class PoisonedLeads implements Fault {

    private static final int MOST_DEATHS = 3;
    private static final long PATIENCE_NANOS = 240_000_000_000L;

    @Override
    public String name() {
        return "F14 poisoned leads";
    }

    @Override
    public Finding happen(World world) throws Exception {
        world.with(
                6,
                "--leadbaton.faults.crash=true",
                "--camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=PT1S,PT1S");
        world.nodes().forEach(world::restart);
        List<String> healthy = world.promises(LeadbatonFaults.scaled(200));
        String killing = world.load().bring("poison-that-kills");
        String failing = world.load().bring("poison-that-fails");
        List<String> all = new ArrayList<>(healthy);
        all.addAll(List.of(killing, failing));
        world.fallDue(all, 2);
        int deaths = reviveUntilDone(world, healthy, List.of(killing, failing));
        int done = world.broken(healthy);
        boolean told = isGivenUp(world, List.of(killing, failing));
        mend(world, List.of(killing, failing));
        return Finding.of(
                        "%d promises and two poisoned ones fell due; %d nodes died of them; then both were mended and tried again"
                                .formatted(healthy.size(), deaths),
                        healthy.size())
                .must(done == healthy.size(), "%d healthy leads were held up".formatted(healthy.size() - done))
                .must(told, "what does not work was not given up as an incident")
                .must(deaths <= MOST_DEATHS, "%d nodes died".formatted(deaths))
                .must(world.broken(all) == all.size(), "the mended leads did not go on");
    }

    private static int reviveUntilDone(World world, List<String> healthy, List<String> poisoned) throws Exception {
        int deaths = 0;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !(isGivenUp(world, poisoned) && world.broken(healthy) == healthy.size())) {
            for (Node node : world.nodes()) {
                if (!node.isAlive()) {
                    deaths++;
                    world.killed();
                    node.start();
                }
            }
            Thread.sleep(500);
        }
        return deaths;
    }

    private static boolean isGivenUp(World world, List<String> leads) {
        JdbcClient sql = world.sql();
        return sql.sql("""
                        select count(distinct e.business_key_) from camunda.act_ru_incident i
                        join camunda.act_ru_job j on j.id_ = i.configuration_ and j.retries_ = 0
                        join camunda.act_ru_execution e on e.id_ = j.root_proc_inst_id_
                        where i.incident_type_ = 'failedJob' and e.business_key_ = any (:leads)
                        """)
                        .param("leads", leads.toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == leads.size();
    }

    private static void mend(World world, List<String> leads) throws Exception {
        world.asShipped();
        world.nodes().forEach(world::restart);
        Http manager = Http.as("manager1", world.nodes().get(0).port());
        leads.forEach(lead -> manager.post("/api/v1/leads/" + lead + "/retry", "{}"));
        for (int tries = 0; tries < 100 && world.broken(leads) < leads.size(); tries++) {
            Thread.sleep(200);
        }
    }
}
