package io.leadbaton.home;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person, or somebody of a group, has to look at, until one of them says it is done. */
@Repository
class OpenNotices {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The oldest first: they wait longest. */
    List<Notice> open(String user, Collection<String> groups) {
        return jdbc.sql("""
                        select id, lead_id, at, text from leadbaton.notice
                        where done_at is null and (for_group in (:groups) or for_user = :user) order by at, id limit :most
                        """)
                .param("user", user)
                .param("groups", groups)
                .param("most", MOST)
                .query((row, number) -> new Notice(
                        row.getLong("id"),
                        row.getString("lead_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("text")))
                .list();
    }

    void done(long id, String who, Collection<String> groups) {
        jdbc.sql("""
                        update leadbaton.notice set done_at = :now, done_by = :who
                        where id = :id and done_at is null and (for_group in (:groups) or for_user = :who)
                        """)
                .param("id", id)
                .param("who", who)
                .param("groups", groups)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    record Notice(long id, @Nullable String leadId, Instant at, String text) {}
}
