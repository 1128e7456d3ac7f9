package io.leadbaton.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times in which clocks stand still: at most one of each cause lasts, both may last at once. */
@Repository
class Pauses {

    /** Whose doing it is that a clock stands still. */
    enum Cause {
        /** The lead is on hold. */
        HOLD,
        /** The owner is away, and a colleague covers. */
        ABSENCE;

        private String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final KnownClocks known;

    Pauses(JdbcClient jdbc, KnownClocks known) {
        this.jdbc = jdbc;
        this.known = known;
    }

    void begin(String clockId, Cause cause, String why, Instant at) {
        known.forget();
        jdbc.sql("""
                        insert into leadbaton.sla_pause (clock_id, began_at, cause, why) values (:id, :at, :cause, :why)
                        on conflict (clock_id, cause) where ended_at is null do update set why = excluded.why
                        """)
                .param("id", clockId)
                .param("at", Timestamp.from(at))
                .param("cause", cause.wire())
                .param("why", why)
                .update();
    }

    void end(String clockId, Cause cause, Instant at) {
        known.forget();
        jdbc.sql("""
                        update leadbaton.sla_pause set ended_at = :at
                        where clock_id = :id and cause = :cause and ended_at is null
                        """)
                .param("id", clockId)
                .param("at", Timestamp.from(at))
                .param("cause", cause.wire())
                .update();
    }

    boolean lasts(String clockId, Cause cause) {
        return jdbc.sql("""
                        select exists (select 1 from leadbaton.sla_pause
                            where clock_id = :id and cause = :cause and ended_at is null)
                        """)
                .param("id", clockId)
                .param("cause", cause.wire())
                .query(Boolean.class)
                .single();
    }
}
