package io.leadbaton.rep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows whose hours a rep can work. */
@Component
class RosterCalendars {

    private final JdbcClient jdbc;

    RosterCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isInForce(String calendar) {
        return jdbc.sql("""
                        select exists (
                            select 1 from leadbaton.business_calendar where id = :calendar and live_until is null)
                        """).param("calendar", calendar).query(Boolean.class).single();
    }
}
