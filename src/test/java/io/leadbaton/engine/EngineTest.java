package io.leadbaton.engine;

import io.leadbaton.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;

/** The engine as we configure it, alone: one bean that diagrams may call notes what reaches it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineTest.Engine.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.authorization.enabled=false",
            // The parts that readiness asks are not here.
            "management.endpoint.health.validate-group-membership=false",
            // The web applications of another context ask the whole JVM for the engine named default.
            "camunda.bpm.generate-unique-process-engine-name=true"
        })
@ContextConfiguration(initializers = EngineTest.Database.class)
@interface EngineTest {

    // Without a stereotype, so that nobody else's context finds it.
    @EnableAutoConfiguration
    @Import({EngineSettings.class, EngineGround.class, EngineClock.class, Facts.class})
    class Engine {

        @Bean
        Notes absenceTasks() {
            return new Notes();
        }

        @Bean
        String secret() {
            return "no diagram may read this bean";
        }
    }

    /** Before the service looks for a database of its own. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + TestDatabase.fresh())
                    .applyTo(context);
        }
    }
}
