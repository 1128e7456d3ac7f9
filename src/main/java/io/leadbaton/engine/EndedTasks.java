package io.leadbaton.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Tells somebody who completes a task that is gone what became of it: who, and when. */
@Component
class EndedTasks {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;

    EndedTasks(HistoryService history, ProcessEngineConfigurationImpl engine) {
        this.history = history;
        this.engine = engine;
    }

    /** Empty for a task that is open, or never was. */
    Optional<String> whatBecameOf(String taskId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        unasked -> history.createHistoricTaskInstanceQuery().taskId(taskId).finished().list().stream()
                                .findFirst()
                                .map(this::sentence)));
    }

    private String sentence(HistoricTaskInstance task) {
        String at = TIME.format(task.getEndTime().toInstant());
        if ("completed".equals(task.getDeleteReason())) {
            String person = loggedWith(task, UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                    .orElse(task.getAssignee());
            return "%s has completed this task already, on %s.".formatted(person, at);
        }
        return loggedWith(task, UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE)
                .map(person -> "%s gave this lead to somebody else on %s.".formatted(person, at))
                .orElse("This task ended on %s without an answer: the lead went on.".formatted(at));
    }

    /** The engine writes who did it together with the end of the task. */
    private Optional<String> loggedWith(HistoricTaskInstance task, String operation) {
        Instant end = task.getEndTime().toInstant();
        return history
                .createUserOperationLogQuery()
                .processInstanceId(task.getProcessInstanceId())
                .operationType(operation)
                .afterTimestamp(Date.from(end.minusSeconds(1)))
                .beforeTimestamp(Date.from(end.plusSeconds(1)))
                .list()
                .stream()
                .findFirst()
                .map(UserOperationLogEntry::getUserId);
    }
}
