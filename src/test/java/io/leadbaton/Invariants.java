package io.leadbaton;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.sla.SlaDates;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
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
        assertThat(sentences(null)).isEmpty();
    }

    public void holdFor(LeadId lead) {
        assertThat(sentences(lead.value())).isEmpty();
    }

    List<String> sentences(@Nullable String lead) {
        return ask(InvariantQueries.ALL, lead, marks(lead)).list();
    }

    /** Everything that is wrong, by the number of the invariant; every invariant has its line. */
    public Map<String, List<String>> violations() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Map<String, String> marks = marks(null);
        InvariantQueries.numbered()
                .forEach((id, query) -> found.put(id, ask(query, null, marks).list()));
        return found;
    }

    /** When the next thing happens to each open clock, as the service says. */
    private Map<String, String> marks(@Nullable String lead) {
        return jdbc
                .sql(
                        "select id from leadbaton.sla_clock where closed_at is null and (cast(:lead as text) is null or lead_id = :lead)")
                .param("lead", lead)
                .query(String.class)
                .list()
                .parallelStream()
                .collect(Collectors.toMap(
                        id -> id, id -> sla.nextMark(id).toInstant().toString()));
    }

    /** What is wrong when the service is compared with what a client was told by it. */
    public Map<String, List<String>> violations(ClientLedger ledger) {
        return Map.of("I1", lostOrDoubled(ledger), "I2", compare(LedgerQueries.NOT_CONVERGED, ledger));
    }

    List<String> lostOrDoubled(ClientLedger ledger) {
        return compare(LedgerQueries.LOST_OR_DOUBLED, ledger);
    }

    private MappedQuerySpec<String> ask(String query, @Nullable String lead, Map<String, String> marks) {
        return jdbc.sql(query)
                .param("lead", lead)
                .param("open", marks.keySet().toArray(String[]::new))
                .param("next", marks.values().toArray(String[]::new))
                .param("now", clock.instant().toString())
                .query(String.class);
    }

    private List<String> compare(String query, ClientLedger ledger) {
        List<ClientLedger.Line> lines = ledger.lines();
        return jdbc.sql(query)
                .param("keys", lines.stream().map(ClientLedger.Line::key).toArray(String[]::new))
                .param(
                        "outcomes",
                        lines.stream().map(line -> line.outcome().name()).toArray(String[]::new))
                .param("leads", lines.stream().map(ClientLedger.Line::lead).toArray(String[]::new))
                .param("door", ledger.door())
                .param("now", clock.instant().toString())
                .query(String.class)
                .list();
    }
}
