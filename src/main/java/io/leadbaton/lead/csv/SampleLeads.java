package io.leadbaton.lead.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills a demo with invented leads at its first start, some of them days old and some just in. */
@Component
@ConditionalOnProperty("leadbaton.demo")
@ConditionalOnProperty(name = "leadbaton.sample-leads", matchIfMissing = true)
class SampleLeads {

    private static final Pattern AGO = Pattern.compile("now -(?: (\\d+) d)?(?: (\\d+) min)?");

    private final ImportQueue queue;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleLeads(ImportQueue queue, JdbcClient jdbc, Clock clock) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bringIn() throws IOException {
        if (!isFirstStart()) {
            return;
        }
        String file = new ClassPathResource("demo/leads.csv").getContentAsString(StandardCharsets.UTF_8);
        String dated = AGO.matcher(file).replaceAll(this::instant);
        queue.queue(new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8)), "standard", "demo");
    }

    private boolean isFirstStart() {
        return jdbc.sql(
                        "select not exists (select 1 from leadbaton.lead) and not exists (select 1 from leadbaton.import)")
                .query(Boolean.class)
                .single();
    }

    private String instant(MatchResult ago) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return now.minus(Duration.ofDays(number(ago.group(1))).plusMinutes(number(ago.group(2))))
                .toString();
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
