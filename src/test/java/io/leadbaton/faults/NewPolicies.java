package io.leadbaton.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The policy is saved anew twice while leads are on their way; then all nodes start again, and promises of three versions fall due. */
final class NewPolicies implements Fault {

    private static final String FOREIGN = """
            select count(*) from leadbaton.lead l
            join camunda.act_ru_execution e on e.business_key_ = l.id and e.parent_id_ is null and e.super_exec_ is null
            join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
            where l.id = any (:leads) and not exists (
                select 1 from leadbaton.policy_version p where p.hash = l.policy_version and p.deployment_id = d.deployment_id_)
            """;

    @Override
    public String name() {
        return "F13 new versions with leads in flight";
    }

    @Override
    public Finding happen(World world) {
        int each = LeadbatonFaults.scaled(100);
        List<String> leads = new ArrayList<>(world.promises(each));
        world.load().start(10);
        for (int version = 2; version <= 3; version++) {
            save(world);
            leads.addAll(world.promises(each));
        }
        world.load().pause();
        int versions = asked(
                world, "select count(distinct policy_version) from leadbaton.lead where id = any (:leads)", leads);
        int foreign = asked(world, FOREIGN, leads);
        world.nodes().forEach(world::restart);
        world.fallDue(leads, 2);
        await().atMost(Duration.ofMinutes(2)).until(() -> world.broken(leads) == leads.size());
        return Finding.of(
                        "%d leads of %d versions in flight; after a restart of all nodes the promises of all fell due, each once"
                                .formatted(leads.size(), versions),
                        leads.size())
                .must(versions == 3, "the leads began under %d versions".formatted(versions))
                .must(foreign == 0, "%d leads are judged by another version".formatted(foreign));
    }

    private static void save(World world) {
        int before = versions(world);
        world.policy().change("processes/lifecycle.bpmn", text -> text + "<!-- saved again -->\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> versions(world) == before + 1);
        // Each node looks by itself: the other one has it within two seconds.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> versions(world) == before + 1);
    }

    private static int versions(World world) {
        return asked(world, "select count(*) from leadbaton.policy_version where :leads is not null", List.of());
    }

    private static int asked(World world, String sql, List<String> leads) {
        return world.sql()
                .sql(sql)
                .param("leads", leads.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
