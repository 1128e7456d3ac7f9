package io.leadbaton.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a second that a kind of timer is active. Every timer that is set asks whether somebody has suspended its kind, or gave
 * it another priority, which happens a few times a year; timers that are set in the second after that may still be as before. That a kind
 * is suspended is never remembered: a timer that is suspended by mistake would never fire.
 */
class KnownJobDefinitions implements SessionFactory {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(JobDefinitionEntity definition, long until) {

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    @Override
    public Class<?> getSessionType() {
        return JobDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new JobDefinitionManager() {
            /** Whoever is not in the middle of a process may want to change it. */
            @Override
            public @Nullable JobDefinitionEntity findById(String id) {
                if (Context.getBpmnExecutionContext() == null) {
                    return super.findById(id);
                }
                Known seen = known.get(id);
                return seen != null && seen.isFresh() ? seen.definition() : read(id);
            }

            private @Nullable JobDefinitionEntity read(String id) {
                JobDefinitionEntity found = super.findById(id);
                if (found != null && !found.isSuspended()) {
                    known.put(id, new Known(found, System.nanoTime() + FRESH_NANOS));
                }
                return found;
            }
        };
    }
}
