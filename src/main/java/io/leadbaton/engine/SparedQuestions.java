package io.leadbaton.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.runtime.Incident;

/** Answers at once what the engine asks the database whenever a wait ends, where the answer can only be: there is none. */
final class SparedQuestions {

    private SparedQuestions() {}

    static List<SessionFactory> all() {
        return List.of(
                new Answering(JobManager.class, JobsOfMessages::new),
                new Answering(IncidentManager.class, IncidentsOfJobs::new));
    }

    private record Answering(Class<?> getSessionType, Supplier<Session> sessions) implements SessionFactory {

        @Override
        public Session openSession() {
            return sessions.get();
        }
    }

    /** Messages are heard in the transaction of whoever brings them: no job waits to deliver one. */
    private static final class JobsOfMessages extends JobManager {

        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenant) {
            return ProcessEventJobHandler.TYPE.equals(handler)
                    ? List.of()
                    : super.findJobsByConfiguration(handler, configuration, tenant);
        }
    }

    /** A job that may still be tried was never given up, and its incident ends before its tries are given back. */
    private static final class IncidentsOfJobs extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfiguration(String configuration) {
            JobEntity job =
                    Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && job.getRetries() > 0 ? List.of() : super.findIncidentByConfiguration(configuration);
        }
    }
}
