package io.leadbaton.lead.web;

import io.leadbaton.NextAttempt;
import io.leadbaton.lead.Corrector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only the pages show: who may own leads, and the attempts to reach one, made and planned. */
@Repository
class LeadPageContent {

    /** It closed the lead at once: nothing is left to correct. */
    private static final String FINAL = "wrong-data";

    private final JdbcClient jdbc;
    private final Supplier<List<String>> attemptOutcomes;
    private final Function<Collection<String>, Map<String, NextAttempt>> nextAttempts;

    LeadPageContent(
            JdbcClient jdbc,
            @Qualifier("attemptOutcomes") Supplier<List<String>> attemptOutcomes,
            @Qualifier("nextAttempts") Function<Collection<String>, Map<String, NextAttempt>> nextAttempts) {
        this.jdbc = jdbc;
        this.attemptOutcomes = attemptOutcomes;
        this.nextAttempts = nextAttempts;
    }

    /** Null while no attempt is planned. */
    @Nullable
    ShownAttempt next(ShownLead lead) {
        return lead.next(nextAttempts);
    }

    List<String> outcomes() {
        return attemptOutcomes.get();
    }

    List<Owner> owners() {
        return jdbc.sql("select user_id, name from leadbaton.rep order by name, user_id")
                .query((row, number) -> new Owner(row.getString("user_id"), row.getString("name")))
                .list();
    }

    List<MadeAttempt> attempts(String leadId, Corrector by) {
        Map<Integer, List<Correction>> corrections = corrections(leadId);
        return jdbc.sql("""
                        select number, channel, outcome, note, rep, made_at from leadbaton.attempt
                        where lead_id = :id order by number desc
                        """)
                .param("id", leadId)
                .query((row, number) -> attempt(row, corrections, by))
                .list();
    }

    private static MadeAttempt attempt(ResultSet row, Map<Integer, List<Correction>> corrections, Corrector by)
            throws SQLException {
        Instant madeAt = row.getTimestamp("made_at").toInstant();
        return new MadeAttempt(
                row.getInt("number"),
                row.getString("channel"),
                row.getString("outcome"),
                row.getString("note"),
                row.getString("rep"),
                madeAt,
                corrections.getOrDefault(row.getInt("number"), List.of()),
                !FINAL.equals(row.getString("outcome")) && by.mayCorrect(row.getString("rep"), madeAt));
    }

    private Map<Integer, List<Correction>> corrections(String leadId) {
        return jdbc
                .sql("select * from leadbaton.attempt_correction where lead_id = :id order by attempt, number")
                .param("id", leadId)
                .query((row, number) -> new Correction(
                        row.getInt("attempt"),
                        row.getString("was"),
                        row.getString("note"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Correction::attempt));
    }

    record Owner(String userId, String name) {}

    record MadeAttempt(
            int number,
            String channel,
            String outcome,
            @Nullable String note,
            String rep,
            Instant madeAt,
            List<Correction> corrections,
            boolean correctable) {}

    /** @param was the outcome until then */
    record Correction(int attempt, String was, @Nullable String note, String by, Instant at) {}
}
