package io.leadbaton.rep;

import io.leadbaton.PerTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each rep has to do, compared with what the rep is expected to take. */
@Repository
class Workloads {

    private final PerTransaction<List<Rep>> roster = new PerTransaction<>(ArrayList::new);
    private final JdbcClient jdbc;
    private final LeadCounts counts;

    Workloads(JdbcClient jdbc, LeadCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    record Workload(Rep rep, LeadCounts.Count leads) {

        double share() {
            return leads.open() / (double) rep.weight();
        }
    }

    List<Workload> all() {
        List<Rep> reps = roster.get();
        if (reps.isEmpty()) {
            reps.addAll(jdbc.sql("select * from leadbaton.rep").query(Reps::rep).list());
        }
        return reps.stream()
                .map(rep -> new Workload(rep, counts.of(rep.userId())))
                .toList();
    }

    /** Counted now, all but what others give in this very moment; it takes no longer than the cap is high. */
    boolean hasRoom(Rep rep) {
        return rep.cap() == null
                || jdbc.sql("select count(*) from leadbaton.assignment where rep = :rep and ended_at is null")
                                .param("rep", rep.userId())
                                .query(Integer.class)
                                .single()
                        < rep.cap();
    }

    /** Somebody has come, has gone or is another one. */
    void rosterChanged() {
        roster.get().clear();
    }
}
