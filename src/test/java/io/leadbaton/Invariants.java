package io.leadbaton;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.lead.LeadId;
import io.leadbaton.sla.SlaDates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is true at any moment, whatever happened before. Each row its queries find is a sentence about something that is wrong. */
@Component
public class Invariants {

    private final JdbcClient jdbc;
    private final Function<String, Date> nextMark;
    private final Clock clock;

    /** Timers fire while the service is asked for their dates: all answers have to be about the same moment. */
    private final TransactionTemplate oneMoment;

    @Autowired
    Invariants(JdbcClient jdbc, SlaDates sla, PlatformTransactionManager transactions, Clock clock) {
        this(jdbc, sla::nextMark, transactions, clock);
    }

    /** @param nextMark when the next thing happens to a clock */
    Invariants(JdbcClient jdbc, Function<String, Date> nextMark, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.nextMark = nextMark;
        this.clock = clock;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public void hold() {
        assertThat(sentences(null)).isEmpty();
    }

    public void holdFor(LeadId lead) {
        assertThat(sentences(lead.value())).isEmpty();
    }

    List<String> sentences(@Nullable String lead) {
        return atOneMoment(
                now -> ask(InvariantQueries.ALL, lead, marks(lead), now).list());
    }

    /** Everything that is wrong, by the number of the invariant; every invariant has its line. */
    public Map<String, List<String>> violations() {
        return atOneMoment(now -> {
            Map<String, List<String>> found = new LinkedHashMap<>();
            Map<String, String> marks = marks(null);
            InvariantQueries.numbered()
                    .forEach((id, query) ->
                            found.put(id, ask(query, null, marks, now).list()));
            return found;
        });
    }

    private <T> T atOneMoment(Function<Instant, T> look) {
        Instant now = clock.instant();
        return Objects.requireNonNull(oneMoment.execute(snapshot -> look.apply(now)));
    }

    /** When the next thing happens to each open clock, as the service says. */
    private Map<String, String> marks(@Nullable String lead) {
        return jdbc
                .sql(
                        "select id from leadbaton.sla_clock where closed_at is null and (cast(:lead as text) is null or lead_id = :lead)")
                .param("lead", lead)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        id -> id, id -> nextMark.apply(id).toInstant().toString()));
    }

    /** What is wrong when the service is compared with what a client was told by it. */
    public Map<String, List<String>> violations(ClientLedger ledger) {
        return Map.of("I1", lostOrDoubled(ledger), "I2", compare(LedgerQueries.NOT_CONVERGED, ledger));
    }

    List<String> lostOrDoubled(ClientLedger ledger) {
        return compare(LedgerQueries.LOST_OR_DOUBLED, ledger);
    }

    private MappedQuerySpec<String> ask(String query, @Nullable String lead, Map<String, String> marks, Instant now) {
        return jdbc.sql(query)
                .param("lead", lead)
                .param("open", marks.keySet().toArray(String[]::new))
                .param("next", marks.values().toArray(String[]::new))
                .param("now", now.toString())
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
