package io.leadbaton.faults;

import io.leadbaton.security.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people complete the same task at the same moment, at two nodes. */
final class RacesForTasks implements Fault {

    private static final String TASK = "/camunda/api/engine/engine/default/task/%s/submit-form";
    private static final String ACCEPT =
            "{\"variables\": {\"decision\": {\"value\": \"accept\", \"type\": \"String\"}}}";

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final Map<String, Visitor> logins = new HashMap<>();

    @Override
    public String name() {
        return "F12 two complete one task";
    }

    @Override
    public Finding happen(World world) throws Exception {
        int races = LeadbatonFaults.scaled(100);
        Map<String, Integer> ends = new java.util.TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int race = 0; race < races; race++) {
            run(world, ends, wrong);
        }
        people.shutdown();
        return new Finding("%d races at two nodes ended %s".formatted(races, ends), races, wrong);
    }

    private void run(World world, Map<String, Integer> ends, List<String> wrong) throws Exception {
        Map<String, Object> task =
                world.sql().sql("""
                        select t.id_ as id, t.assignee_ as rep from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                        where t.task_def_key_ = 'acceptLead' and e.business_key_ = :lead
                        """).param("lead", world.load().bring("race")).query().listOfRows().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no rep has the lead"));
        CyclicBarrier start = new CyclicBarrier(2);
        String id = String.valueOf(task.get("id"));
        var rep = people.submit(completing(visitor(world, 0, String.valueOf(task.get("rep"))), id, start));
        var admin = people.submit(completing(visitor(world, 1, "admin"), id, start));
        judge(rep, admin, ends, wrong);
    }

    private static void judge(
            Future<HttpResponse<String>> rep,
            Future<HttpResponse<String>> admin,
            Map<String, Integer> ends,
            List<String> wrong)
            throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>(List.of(rep.get(), admin.get()));
        answers.sort((one, other) -> Integer.compare(one.statusCode(), other.statusCode()));
        String end = answers.get(0).statusCode() + " and " + answers.get(1).statusCode();
        ends.merge(end, 1, Integer::sum);
        String loser = answers.get(1).body();
        if (answers.get(0).statusCode() / 100 != 2
                || answers.get(1).statusCode() != 409
                || !loser.contains("has completed this task already")) {
            wrong.add("a race ended %s, and the loser read: %s"
                    .formatted(end, loser.substring(0, Math.min(200, loser.length()))));
        }
    }

    private Visitor visitor(World world, int node, String user) {
        return logins.computeIfAbsent(
                user + node, key -> Visitor.loggedIn(world.nodes().get(node).port(), user));
    }

    private static Callable<HttpResponse<String>> completing(Visitor who, String task, CyclicBarrier start) {
        return () -> {
            start.await();
            return who.post(TASK.formatted(task), ACCEPT);
        };
    }
}
