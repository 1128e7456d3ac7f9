package io.leadbaton.security;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who tries the service for the first time where to look, as whom, and with which key leads come in. */
@Component
@ConditionalOnProperty("leadbaton.demo")
class DemoGreeting {

    private static final Logger log = LoggerFactory.getLogger(DemoGreeting.class);

    private final DemoKey key;

    DemoGreeting(DemoKey key) {
        this.key = key;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) throws IOException {
        var file = key.keep();
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            log.info("""
                    Demo: http://localhost:{}
                      users rep1 to rep4, senior1, manager1, marketing1, operations1, owner1, admin; password demo
                      intake key {} (also in {})""", web.getWebServer().getPort(), key.read(), file.toAbsolutePath());
        }
    }
}
