package io.leadbaton.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** What a contender that keeps full history has done so far, by kind, and what it waits for. */
final class Steps {

    private static final List<String> WAITS = List.of("open tasks", "timers", "subscriptions");

    private Steps() {}

    static Map<String, Long> taken(Contender contender) {
        Map<String, Long> steps =
                contender.bean(HistoryService.class).createHistoricActivityInstanceQuery().list().stream()
                        .collect(Collectors.groupingBy(
                                HistoricActivityInstance::getActivityType, TreeMap::new, Collectors.counting()));
        steps.put(
                "open tasks",
                contender.bean(TaskService.class).createTaskQuery().count());
        steps.put(
                "timers",
                contender
                        .bean(ManagementService.class)
                        .createJobQuery()
                        .timers()
                        .count());
        steps.put(
                "subscriptions",
                contender
                        .bean(RuntimeService.class)
                        .createEventSubscriptionQuery()
                        .count());
        return steps;
    }

    static long inAll(Map<String, Long> taken) {
        return taken.entrySet().stream()
                .filter(kind -> !WAITS.contains(kind.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
