package io.leadbaton.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.PerTransaction;
import io.leadbaton.StoredJson;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decision tables may know about a lead: everything but who it is. */
@Component("leads")
public class LeadFacts {

    /** Older than this when it came in, a lead counts as imported: nobody waits for a quick answer. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final List<String> WHERE = List.of("channel", "source", "campaign", "supplier", "stage");
    private static final List<String> SCORE = List.of("intent", "qualification", "total", "grade", "icp");

    /** Everything that a table may ask, under the names it asks by. */
    static final List<String> NAMES = Stream.of(
                    IntakeFacts.NAMES,
                    List.of("custom", "intentFacts", "qualificationFacts"),
                    List.of("company", "jobTitle", "country", "city"),
                    WHERE,
                    List.of("leadType"),
                    SCORE,
                    List.of("emailOptOut", "doNotCall", "hasEmail", "hasPhone"),
                    List.of("recycled", "secondVoice", "round", "attemptsMade", "imported"))
            .flatMap(List::stream)
            .map(name -> "lead." + name)
            .toList();

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final PerTransaction<Map<LeadId, Person>> people = new PerTransaction<>(HashMap::new);
    private final JdbcClient jdbc;
    private final Newcomers newcomers;
    private final Leads leads;
    private final StoredJson json;

    LeadFacts(JdbcClient jdbc, Newcomers newcomers, Leads leads, StoredJson json) {
        this.jdbc = jdbc;
        this.newcomers = newcomers;
        this.leads = leads;
        this.json = json;
    }

    /** The stage of the lead, as in {@code ON_HOLD}. */
    public String stage(String leadId) {
        return leads.get(LeadId.of(leadId)).stage().name();
    }

    /** The process that works the lead now, as in {@code cadence}. */
    public String place(String leadId) {
        return leads.get(LeadId.of(leadId)).place();
    }

    /** Whether sales has the lead, from the moment in which it is ready for a rep. */
    public boolean isWithSales(String leadId) {
        return List.of("handoff", "cadence", "qualification", "reassignment").contains(place(leadId));
    }

    /** The facts of one lead by name; unknown ones are null. */
    public Map<String, @Nullable Object> facts(String leadId) {
        LeadId id = LeadId.of(leadId);
        Map<String, @Nullable Object> row = leads.row(id).columns();
        Map<String, @Nullable Object> facts = new HashMap<>();
        addIntake(facts, json.read(String.valueOf(row.get("facts")), FACTS));
        addWho(facts, people.get().computeIfAbsent(id, this::person));
        addWhere(facts, row);
        addScore(facts, row);
        addChannels(facts, row);
        addHistory(facts, row);
        return facts;
    }

    /** Where somebody works and lives; nulls once the person was erased. */
    private record Person(
            @Nullable String company,
            @Nullable String jobTitle,
            @Nullable String country,
            @Nullable String city) {

        static Person of(NewLead lead) {
            return new Person(lead.company(), lead.jobTitle(), lead.country(), lead.city());
        }
    }

    private Person person(LeadId id) {
        return newcomers.find(id).map(arrival -> Person.of(arrival.lead())).orElseGet(() -> read(id));
    }

    private Person read(LeadId id) {
        return jdbc.sql("select company, job_title, country, city from leadbaton.lead_person where lead_id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        new Person(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional()
                .orElse(new Person(null, null, null, null));
    }

    private static void addIntake(Map<String, @Nullable Object> facts, Map<String, Object> intake) {
        for (String name : IntakeFacts.NAMES) {
            facts.put(name, intake.get(name));
        }
        facts.put("custom", intake.getOrDefault("custom", Map.of()));
        facts.put("intentFacts", intake.getOrDefault("intent", Map.of()));
        facts.put("qualificationFacts", intake.getOrDefault("qualification", Map.of()));
    }

    private static void addWho(Map<String, @Nullable Object> facts, Person person) {
        facts.put("company", person.company());
        facts.put("jobTitle", person.jobTitle());
        facts.put("country", person.country());
        facts.put("city", person.city());
    }

    private static void addWhere(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> row) {
        for (String column : WHERE) {
            facts.put(column, row.get(column));
        }
        facts.put("leadType", row.get("lead_type"));
    }

    private static void addScore(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> row) {
        for (String column : SCORE) {
            facts.put(column, row.get(column));
        }
    }

    private static void addChannels(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> row) {
        facts.put("emailOptOut", row.get("email_opt_out"));
        facts.put("doNotCall", row.get("do_not_call"));
        facts.put("hasEmail", row.get("has_email"));
        facts.put("hasPhone", row.get("has_phone"));
    }

    private static void addHistory(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> row) {
        facts.put("recycled", row.get("recycled"));
        facts.put("secondVoice", row.get("second_voice"));
        facts.put("round", row.get("cadence_round"));
        facts.put("attemptsMade", row.get("attempts_made"));
        facts.put(
                "imported",
                Duration.between(instant(row, "received_at"), instant(row, "stored_at"))
                                .compareTo(FRESH)
                        > 0);
    }

    private static Instant instant(Map<String, @Nullable Object> row, String column) {
        return ((Timestamp) Objects.requireNonNull(row.get(column))).toInstant();
    }
}
