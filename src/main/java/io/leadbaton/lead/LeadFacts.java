package io.leadbaton.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decision tables may know about a lead: everything but who it is. */
@Component("leads")
public class LeadFacts {

    /** Older than this when it came in, a lead counts as imported: nobody waits for a quick answer. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    LeadFacts(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The facts of one lead by name; unknown ones are null. */
    public Map<String, @Nullable Object> facts(String leadId) {
        return jdbc.sql("""
                        select l.*, p.company, p.job_title, p.country, p.city from leadbaton.lead l
                        left join leadbaton.lead_person p on p.lead_id = l.id where l.id = :id
                        """)
                .param("id", LeadId.of(leadId).value())
                .query(this::read)
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    private Map<String, @Nullable Object> read(ResultSet row, int number) throws SQLException {
        Map<String, @Nullable Object> facts = new HashMap<>();
        Map<String, Object> intake = json.read(row.getString("facts"), FACTS);
        for (String name : IntakeFacts.NAMES) {
            facts.put(name, intake.get(name));
        }
        facts.put("custom", intake.getOrDefault("custom", Map.of()));
        facts.put("intentFacts", intake.getOrDefault("intent", Map.of()));
        facts.put("qualificationFacts", intake.getOrDefault("qualification", Map.of()));
        addWhere(facts, row);
        addScore(facts, row);
        addChannels(facts, row);
        addHistory(facts, row);
        return facts;
    }

    private static void addWhere(Map<String, @Nullable Object> facts, ResultSet row) throws SQLException {
        for (String column :
                new String[] {"channel", "source", "campaign", "supplier", "stage", "country", "city", "company"}) {
            facts.put(column, row.getString(column));
        }
        facts.put("leadType", row.getString("lead_type"));
        facts.put("jobTitle", row.getString("job_title"));
    }

    private static void addScore(Map<String, @Nullable Object> facts, ResultSet row) throws SQLException {
        for (String column : new String[] {"intent", "qualification", "total", "grade", "icp"}) {
            facts.put(column, row.getObject(column));
        }
    }

    private static void addChannels(Map<String, @Nullable Object> facts, ResultSet row) throws SQLException {
        facts.put("emailOptOut", row.getBoolean("email_opt_out"));
        facts.put("doNotCall", row.getBoolean("do_not_call"));
        facts.put("hasEmail", row.getBoolean("has_email"));
        facts.put("hasPhone", row.getBoolean("has_phone"));
    }

    private static void addHistory(Map<String, @Nullable Object> facts, ResultSet row) throws SQLException {
        facts.put("recycled", row.getBoolean("recycled"));
        facts.put("secondVoice", row.getBoolean("second_voice"));
        facts.put("round", row.getInt("cadence_round"));
        facts.put("attemptsMade", row.getInt("attempts_made"));
        Duration age = Duration.between(
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("stored_at").toInstant());
        facts.put("imported", age.compareTo(FRESH) > 0);
    }
}
