package io.leadbaton.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Starts the service's own PostgreSQL before anything else, unless {@code spring.datasource.url} names a database. */
final class EmbeddedDatabaseStarter implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        environment.getPropertySources().addLast(demoDefaults(embedded));
        if (embedded) {
            Path folder = Path.of(environment.getProperty("leadbaton.data", "data"));
            use(EmbeddedDatabase.start(folder), context);
        }
    }

    private static MapPropertySource demoDefaults(boolean embedded) {
        return new MapPropertySource(
                "leadbaton demo", Map.of("leadbaton.demo", embedded, "leadbaton.sample-leads", "${leadbaton.demo}"));
    }

    private static void use(EmbeddedDatabase database, GenericApplicationContext context) {
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        // Registered before every other bean, so it is stopped after all of them.
        beans.registerDisposableBean("embeddedDatabase", database::close);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded database",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", EmbeddedDatabase.NAME,
                                "spring.datasource.password", database.password())));
    }
}
