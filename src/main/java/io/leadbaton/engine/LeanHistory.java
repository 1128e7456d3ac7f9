package io.leadbaton.engine;

import static org.camunda.bpm.engine.impl.history.HistoryLevel.HISTORY_LEVEL_ACTIVITY;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps where each lead waited and what ended the wait, what got stuck and who did what in the engine's tools, but no value of any
 * lead. Steps that take no time leave no row here, each of which would cost ten entries of indexes: what they did to the lead is told
 * by its timeline.
 */
class LeanHistory implements HistoryLevel {

    private static final Set<HistoryEventType> ALSO = Set.of(
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.USER_OPERATION_LOG);

    private static final Set<HistoryEventType> OF_STEPS = Set.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private static final Set<String> TAKING_NO_TIME = Set.of(
            ActivityTypes.START_EVENT,
            ActivityTypes.GATEWAY_EXCLUSIVE,
            ActivityTypes.TASK_SERVICE,
            ActivityTypes.TASK_BUSINESS_RULE,
            ActivityTypes.END_EVENT_NONE);

    /** Stored in the database, and the engine refuses to start with another one: never change it. */
    @Override
    public int getId() {
        return 724;
    }

    @Override
    public String getName() {
        return "leadbaton";
    }

    /** @param entity null when the engine asks whether such things are recorded at all */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
        return ALSO.contains(eventType)
                || HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity)
                        && !(OF_STEPS.contains(eventType) && takesNoTime(entity));
    }

    private static boolean takesNoTime(@Nullable Object entity) {
        return entity instanceof ExecutionEntity place
                && place.getActivity() != null
                && !place.getActivity().isAsyncAfter()
                && TAKING_NO_TIME.contains(String.valueOf(place.getActivity().getProperty("type")));
    }
}
