package io.leadbaton.security;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what a start has created, so that the next one neither repeats it nor undoes what a team made of it. */
@Component
class GivenOnce {

    private final JdbcClient jdbc;
    private final Clock clock;

    GivenOnce(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void give(String what, Runnable creation) {
        int created = jdbc.sql("insert into leadbaton.given_once (what, at) values (?, ?) on conflict do nothing")
                .params(what, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (created == 1) {
            creation.run();
        }
    }
}
