package io.leadbaton;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives each service that a test starts its own empty database; the service's own way of finding one comes later. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnFreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + TestDatabase.fresh()).applyTo(context);
    }
}
