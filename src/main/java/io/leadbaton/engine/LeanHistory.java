package io.leadbaton.engine;

import static org.camunda.bpm.engine.impl.history.HistoryLevel.HISTORY_LEVEL_ACTIVITY;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/** Keeps where each lead went, what got stuck and who did what in the engine's tools, but no value of any lead. */
class LeanHistory implements HistoryLevel {

    private static final Set<HistoryEventType> ALSO = Set.of(
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.USER_OPERATION_LOG);

    /** Stored in the database, and the engine refuses to start with another one: never change it. */
    @Override
    public int getId() {
        return 724;
    }

    @Override
    public String getName() {
        return "leadbaton";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
        return ALSO.contains(eventType) || HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity);
    }
}
