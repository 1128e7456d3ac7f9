package io.leadbaton.rep;

import java.sql.Timestamp;
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
        jdbc.sql("""
                        insert into leadbaton.notice (for_group, lead_id, at, text)
                        select :group, :lead, :now, :text where not exists (
                            select 1 from leadbaton.notice
                            where for_group = :group and text = :text and lead_id is not distinct from :lead
                                and done_at is null)
                        """)
                .param("group", group)
                .param("lead", leadId)
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
