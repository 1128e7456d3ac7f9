package io.leadbaton.rep;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import io.leadbaton.rep.Workloads.Workload;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owned which lead when, and who gets the next one. */
@Repository
public class Assignments {

    /** How a lead came to somebody because the one before broke a promise. */
    public static final String NEXT_REP = "next rep";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Reps reps;
    private final Workloads workloads;
    private final LeadCounts counts;

    Assignments(JdbcClient jdbc, Clock clock, Reps reps, Workloads workloads, LeadCounts counts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reps = reps;
        this.workloads = workloads;
        this.counts = counts;
    }

    /**
     * Who had the lead in this hand-off.
     *
     * @param round contact plans begun before, which tells one hand-off from the next
     */
    public Set<String> hadIt(String leadId, int round) {
        return jdbc.sql("select rep from leadbaton.assignment where lead_id = :lead and cadence_round = :round")
                .param("lead", leadId)
                .param("round", round)
                .query(String.class)
                .set();
    }

    /**
     * The rep of the team with the fewest open leads for their weight, who has the skill and is none of those who had this lead
     * before.
     *
     * @param skill empty for none
     */
    public Optional<Rep> nextRep(Set<String> before, String team, String skill) {
        return candidates(before)
                .filter(load -> !load.rep().senior() && load.rep().team().equals(team))
                .filter(load -> skill.isEmpty() || load.rep().skills().contains(skill))
                .sorted(Comparator.comparingDouble(Workload::share)
                        .thenComparing(load -> load.leads().last(), nullsFirst(naturalOrder()))
                        .thenComparing(load -> load.rep().userId()))
                .map(Workload::rep)
                .filter(workloads::hasRoom)
                .findFirst();
    }

    /** The senior rep with the best closing rate, then the most experience, who never had this lead. */
    public Optional<Rep> nextSenior(String leadId) {
        Set<String> before = jdbc.sql("select rep from leadbaton.assignment where lead_id = :lead")
                .param("lead", leadId)
                .query(String.class)
                .set();
        return candidates(before)
                .filter(load -> load.rep().senior())
                .sorted(Comparator.comparing((Workload load) -> load.rep().closingRate(), reverseOrder())
                        .thenComparing(load -> load.rep().experienceMonths(), reverseOrder())
                        .thenComparing(load -> load.leads().open())
                        .thenComparing(load -> load.rep().userId()))
                .map(Workload::rep)
                .filter(workloads::hasRoom)
                .findFirst();
    }

    /** There now, and none of those who had it before. */
    private Stream<Workload> candidates(Set<String> before) {
        Instant now = clock.instant();
        return workloads.all().stream()
                .filter(load -> load.rep().isAvailable(now))
                .filter(load -> !before.contains(load.rep().userId()));
    }

    public void begin(String leadId, Rep rep, String how, int round) {
        end(leadId, "next owner");
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into leadbaton.assignment (lead_id, number, rep, team, how, cadence_round, at)
                        select :lead, coalesce(max(number), 0) + 1, :rep, :team, :how, :round, :now
                        from leadbaton.assignment where lead_id = :lead
                        """)
                .param("lead", leadId)
                .param("rep", rep.userId())
                .param("team", rep.team())
                .param("how", how)
                .param("round", round)
                .param("now", Timestamp.from(now))
                .update();
        counts.grew(rep.userId(), now);
    }

    public void end(String leadId, String why) {
        jdbc.sql("""
                        update leadbaton.assignment set ended_at = :now, ended_by = :why
                        where lead_id = :lead and ended_at is null returning rep
                        """)
                .param("lead", leadId)
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .ifPresent(counts::shrank);
    }

    /** Takes the lead from a rep who did not answer; false when the rep stays on because nobody else is there. */
    public boolean passOver(String leadId, @Nullable String rep) {
        end(leadId, "passed over");
        return rep == null || reps.passOver(rep);
    }
}
