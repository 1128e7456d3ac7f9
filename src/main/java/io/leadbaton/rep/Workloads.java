package io.leadbaton.rep;

import io.leadbaton.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many leads each rep has: counted once in a transaction and followed from then on, however many leads it gives away. */
@Repository
class Workloads {

    private final PerTransaction<List<Workload>> known = new PerTransaction<>(ArrayList::new);
    private final JdbcClient jdbc;
    private final Clock clock;

    Workloads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a rep has to do.
     *
     * @param last when the rep got the latest of the open leads; null without one
     */
    record Workload(Rep rep, int open, @Nullable Instant last) {

        boolean hasRoom() {
            return rep.cap() == null || open < rep.cap();
        }

        /** Compared with what the rep is expected to take. */
        double share() {
            return open / (double) rep.weight();
        }
    }

    List<Workload> all() {
        List<Workload> all = known.get();
        if (all.isEmpty()) {
            all.addAll(read());
        }
        return List.copyOf(all);
    }

    private List<Workload> read() {
        return jdbc.sql("""
                        select r.*, load.open, load.last from leadbaton.rep r
                        cross join lateral (
                            select count(*) as open, max(a.at) as last from leadbaton.assignment a
                            where a.rep = r.user_id and a.ended_at is null) load
                        """).query(Workloads::workload).list();
    }

    /** The rep has just got one more lead. */
    void grew(Rep rep) {
        known.get()
                .replaceAll(load -> load.rep().userId().equals(rep.userId())
                        ? new Workload(load.rep(), load.open() + 1, clock.instant())
                        : load);
    }

    /** Somebody has fewer leads now, or is another one. */
    void changed() {
        known.get().clear();
    }

    private static Workload workload(ResultSet row, int number) throws SQLException {
        Timestamp last = row.getTimestamp("last");
        return new Workload(Reps.rep(row, number), row.getInt("open"), last == null ? null : last.toInstant());
    }
}
