package io.leadbaton;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.sla.SlaDates;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is true at any moment, whatever happened before. Each row its queries find is a sentence about something that is wrong. */
@Component
public class Invariants {

    private final JdbcClient jdbc;
    private final SlaDates sla;
    private final Clock clock;

    Invariants(JdbcClient jdbc, SlaDates sla, Clock clock) {
        this.jdbc = jdbc;
        this.sla = sla;
        this.clock = clock;
    }

    public void hold() {
        assertThat(violations(null)).isEmpty();
    }

    public void holdFor(LeadId lead) {
        assertThat(violations(lead.value())).isEmpty();
    }

    List<String> violations(@Nullable String lead) {
        List<String> open = jdbc.sql("select id from leadbaton.sla_clock where closed_at is null")
                .query(String.class)
                .list();
        return jdbc.sql(InvariantQueries.ALL)
                .param("lead", lead)
                .param("open", open.toArray(String[]::new))
                .param(
                        "next",
                        open.stream()
                                .map(id -> sla.nextMark(id).toInstant().toString())
                                .toArray(String[]::new))
                .param("now", clock.instant().toString())
                .query(String.class)
                .list();
    }
}
