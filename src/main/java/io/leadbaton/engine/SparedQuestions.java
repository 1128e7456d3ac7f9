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

    /** A job that never failed has no incident. One that did may have, even with tries left: they can be given back in bulk. */
    private static final class IncidentsOfJobs extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfiguration(String configuration) {
            JobEntity job =
                    Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && neverFailed(job) ? List.of() : super.findIncidentByConfiguration(configuration);
        }

        private static boolean neverFailed(JobEntity job) {
            return job.getRetries() > 0 && job.getExceptionMessage() == null && job.getExceptionByteArrayId() == null;
        }
    }
}
