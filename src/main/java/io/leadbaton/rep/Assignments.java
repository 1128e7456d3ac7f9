package io.leadbaton.rep;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owned which lead when, and who gets the next one. */
@Repository
public class Assignments {

    /** How a lead came to somebody because the one before broke a promise. */
    public static final String NEXT_REP = "next rep";

    /** Fit to take a lead: there, below the cap, and not one who had this lead before in the same hand-off. */
    private static final String CANDIDATES = """
            select r.* from leadbaton.rep r
            cross join lateral (
                select count(*) as open, max(a.at) as last from leadbaton.assignment a
                where a.rep = r.user_id and a.ended_at is null) load
            where r.active
                and (r.away_since is null or r.away_until <= :now)
                and (r.silent_until is null or r.silent_until <= :now)
                and (r.cap is null or load.open < r.cap)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Reps reps;

    Assignments(JdbcClient jdbc, Clock clock, Reps reps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reps = reps;
    }

    /**
     * The rep of the team with the fewest open leads for their weight, who has the skill and did not have this lead in this
     * hand-off.
     *
     * @param skill empty for none
     * @param round contact plans begun before, which tells one hand-off from the next
     */
    public Optional<Rep> nextRep(String leadId, String team, String skill, int round) {
        return jdbc.sql(CANDIDATES + """
                            and not r.senior and r.team = :team and (:skill = '' or :skill = any (r.skills))
                            and not exists (select 1 from leadbaton.assignment earlier
                                where earlier.lead_id = :lead and earlier.rep = r.user_id and earlier.cadence_round = :round)
                        order by load.open::numeric / r.weight, load.last nulls first, r.user_id limit 1
                        """)
                .param("lead", leadId)
                .param("team", team)
                .param("skill", skill)
                .param("round", round)
                .param("now", Timestamp.from(clock.instant()))
                .query(Reps::rep)
                .optional();
    }

    /** The senior rep with the best closing rate, then the most experience, who never had this lead. */
    public Optional<Rep> nextSenior(String leadId) {
        return jdbc.sql(CANDIDATES + """
                            and r.senior and not exists (select 1 from leadbaton.assignment earlier
                                where earlier.lead_id = :lead and earlier.rep = r.user_id)
                        order by r.closing_rate desc, r.experience_months desc, load.open, r.user_id limit 1
                        """)
                .param("lead", leadId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Reps::rep)
                .optional();
    }

    /** How many reps had the lead in this hand-off. */
    public int tried(String leadId, int round) {
        return jdbc.sql("""
                        select count(distinct rep) from leadbaton.assignment
                        where lead_id = :lead and cadence_round = :round
                        """)
                .param("lead", leadId)
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    public void begin(String leadId, Rep rep, String how, int round) {
        end(leadId, "next owner");
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
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public void end(String leadId, String why) {
        jdbc.sql("""
                        update leadbaton.assignment set ended_at = :now, ended_by = :why
                        where lead_id = :lead and ended_at is null
                        """)
                .param("lead", leadId)
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes the lead from a rep who did not answer; false when the rep stays on because nobody else is there. */
    public boolean passOver(String leadId, @Nullable String rep) {
        end(leadId, "passed over");
        return rep == null || reps.passOver(rep);
    }
}
