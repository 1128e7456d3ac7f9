package io.leadbaton.cadence;

import io.leadbaton.PerTransaction;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
