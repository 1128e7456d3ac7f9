package io.leadbaton.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work on a lead that broke for a technical reason and is not tried again by itself. */
@Configuration
class FailedWork {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Consumer<Runnable> inOwnName;

    FailedWork(
            RuntimeService runtime,
            ManagementService management,
            @Qualifier("inOwnName") Consumer<Runnable> inOwnName) {
        this.runtime = runtime;
        this.management = management;
        this.inOwnName = inOwnName;
    }

    /** How many pieces of work of a lead stand still. */
    @Bean
    Function<String, Integer> failedWorkOfLead() {
        return leadId -> failed(leadId).size();
    }

    /** Gives each one more try and answers how many. */
    @Bean
    Function<String, Integer> retryOfLead() {
        return this::retry;
    }

    private int retry(String leadId) {
        List<String> failed = failed(leadId);
        if (!failed.isEmpty()) {
            inOwnName.accept(() -> management.setJobRetries(failed, 1));
        }
        return failed.size();
    }

    /** The escalations of its clocks are not in the lead's tree, but every process of a lead knows its id. */
    private List<String> failed(String leadId) {
        return runtime.createProcessInstanceQuery().variableValueEquals("leadId", leadId).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).noRetriesLeft().list().stream())
                .map(Job::getId)
                .toList();
    }
}
