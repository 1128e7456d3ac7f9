package io.leadbaton;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole service on a real PostgreSQL, as it is right after its first start: demo users, no leads, nobody fires timers but the
 * test. All classes that carry it without more of their own share one service; each begins with the data of the first start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "leadbaton.compare-clocks=false",
            "leadbaton.demo=true",
            "leadbaton.data=target/test-data",
            "leadbaton.sample-leads=false",
            "leadbaton.policy.watch=false"
        })
@ContextConfiguration(initializers = OnFreshDatabase.class)
@TestExecutionListeners(listeners = CleanData.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface LeadbatonTest {}
