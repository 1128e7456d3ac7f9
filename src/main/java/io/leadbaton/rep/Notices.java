package io.leadbaton.rep;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a group has to look at, shown on its home page until somebody is done with it. */
@Repository
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells the group once: an open notice of the same words is enough. */
    public void tell(String group, @Nullable String leadId, String text) {
        add(group, null, leadId, text);
    }

    /** As {@link #tell} for one person. */
    public void tellUser(String user, String leadId, String text) {
        add(null, user, leadId, text);
    }

    /** Takes back what was told about a lead, because it is no longer true. */
    public void withdraw(String leadId, String text) {
        jdbc.sql("""
                        update leadbaton.notice set done_at = :now, done_by = 'withdrawn'
                        where coalesce(lead_id, '') = :lead and text = :text and done_at is null
                        """)
                .param("lead", leadId)
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes back all that was told about a lead, because nobody can do anything about it any longer. */
    public void withdrawAll(String leadId) {
        jdbc.sql("""
                        update leadbaton.notice set done_at = :now, done_by = 'withdrawn'
                        where coalesce(lead_id, '') = :lead and done_at is null
                        """)
                .param("lead", leadId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes back what was told about any lead in these words. */
    public void withdraw(String text) {
        jdbc.sql(
                        "update leadbaton.notice set done_at = :now, done_by = 'withdrawn' where text = :text and done_at is null")
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void add(@Nullable String group, @Nullable String user, @Nullable String leadId, String text) {
        jdbc.sql("""
                        insert into leadbaton.notice (for_group, for_user, lead_id, at, text)
                        select :group, :user, :lead, :now, :text where not exists (
                            select 1 from leadbaton.notice
                            where for_group is not distinct from :group and for_user is not distinct from :user
                                and text = :text and coalesce(lead_id, '') = coalesce(:lead, '') and done_at is null)
                        """)
                .param("group", group, Types.VARCHAR)
                .param("user", user, Types.VARCHAR)
                .param("lead", leadId, Types.VARCHAR)
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
