package io.leadbaton.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadbaton.LeadbatonTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings as the service reads them; what each is for stands beside it in application.yaml. */
@LeadbatonTest
class JobExecutionSettingsTests {

    @Autowired
    CamundaBpmProperties properties;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    HikariDataSource database;

    private JobExecutionProperty jobs;

    @BeforeEach
    void read() {
        jobs = properties.getJobExecution();
    }

    @Test
    void anIdleNodeLooksOnceASecondAndNeverLoops() {
        assertThat(jobs.getWaitTimeInMillis()).isEqualTo(1_000);
        assertThat(jobs.getMaxWait()).isEqualTo(1_000);
    }

    @Test
    void theJobsOfADeadNodeAreTakenOverWithinAMinute() {
        assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
    }

    @Test
    void jobsLeaveConnectionsForPeople() {
        assertThat(jobs.getMaxPoolSize()).isLessThan(database.getMaximumPoolSize() / 2);
    }

    @Test
    void aNodeTakesNoMoreJobsThanItDoesInAFractionOfASecond() {
        assertThat(jobs.getQueueCapacity() + jobs.getMaxJobsPerAcquisition()).isLessThanOrEqualTo(12);
    }

    @Test
    void everyJobHasADueDateAndEveryNodeDoesAllVersions() {
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
    }
}
