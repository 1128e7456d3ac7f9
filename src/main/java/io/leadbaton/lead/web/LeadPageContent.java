package io.leadbaton.lead.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only the pages show: who may own leads, and the attempts to reach one. */
@Repository
class LeadPageContent {

    private final JdbcClient jdbc;

    LeadPageContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Owner> owners() {
        return jdbc.sql("select user_id, name from leadbaton.rep order by name, user_id")
                .query((row, number) -> new Owner(row.getString("user_id"), row.getString("name")))
                .list();
    }

    List<MadeAttempt> attempts(String leadId) {
        return jdbc.sql("""
                        select number, channel, outcome, note, rep, made_at from leadbaton.attempt
                        where lead_id = :id order by number desc
                        """)
                .param("id", leadId)
                .query((row, number) -> new MadeAttempt(
                        row.getInt("number"),
                        row.getString("channel"),
                        row.getString("outcome"),
                        row.getString("note"),
                        row.getString("rep"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    record Owner(String userId, String name) {}

    record MadeAttempt(
            int number,
            String channel,
            String outcome,
            @Nullable String note,
            String rep,
            Instant madeAt) {}
}
