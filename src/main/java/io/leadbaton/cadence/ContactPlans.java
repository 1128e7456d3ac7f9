package io.leadbaton.cadence;

import io.leadbaton.PerTransaction;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contact plans under which leads are worked, one for each rep who took them. */
@Repository
class ContactPlans {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PerTransaction<Map<Key, ContactPlan>> known = new PerTransaction<>(HashMap::new);

    private record Key(LeadId lead, int round) {}

    ContactPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the plan for the present owner; a plan that has begun stays as it is. */
    void adopt(Lead lead, ContactPlan plan) {
        jdbc.sql("""
                        insert into leadbaton.contact_plan (lead_id, cadence_round, attempts, channels, gap_minutes,
                            second_voice, adopted_at)
                        values (:lead, :round, :attempts, :channels, :gaps, :second, :now)
                        on conflict (lead_id, cadence_round) do nothing
                        """)
                .param("lead", lead.id().value())
                .param("round", lead.cadenceRound())
                .param("attempts", plan.attempts())
                .param("channels", plan.channels().toArray(String[]::new))
                .param("gaps", plan.gapMinutes().toArray(Integer[]::new))
                .param("second", plan.secondVoice())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A plan never changes once it is adopted. */
    ContactPlan of(Lead lead) {
        return known.get().computeIfAbsent(new Key(lead.id(), lead.cadenceRound()), this::read);
    }

    /** Those of many leads at once; a lead that has none yet is left out. */
    Map<LeadId, ContactPlan> of(Collection<Lead> leads) {
        Map<LeadId, ContactPlan> plans = new HashMap<>();
        jdbc.sql("""
                        select p.* from leadbaton.contact_plan p
                        join unnest(:leads, :rounds) as wanted (lead, round)
                          on p.lead_id = wanted.lead and p.cadence_round = wanted.round
                        """)
                .param("leads", leads.stream().map(lead -> lead.id().value()).toArray(String[]::new))
                .param("rounds", leads.stream().map(Lead::cadenceRound).toArray(Integer[]::new))
                .query((row, number) -> plans.put(new LeadId(row.getString("lead_id")), plan(row, number)))
                .list();
        return plans;
    }

    private ContactPlan read(Key key) {
        return jdbc.sql("select * from leadbaton.contact_plan where lead_id = :lead and cadence_round = :round")
                .param("lead", key.lead().value())
                .param("round", key.round())
                .query(ContactPlans::plan)
                .optional()
                .orElseThrow(() -> new IllegalStateException("A lead is worked without a contact plan"));
    }

    private static ContactPlan plan(ResultSet row, int number) throws SQLException {
        return new ContactPlan(
                row.getInt("attempts"),
                List.of((String[]) row.getArray("channels").getArray()),
                List.of((Integer[]) row.getArray("gap_minutes").getArray()),
                row.getBoolean("second_voice"));
    }
}
