package io.leadbaton.lead;

import io.leadbaton.StoredJson;
import io.leadbaton.policy.PolicyVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of leads that came in: the lead, its person and the first event. */
@Repository
class IncomingLeads {

    private final JdbcClient jdbc;
    private final Leads leads;
    private final Newcomers newcomers;
    private final LeadEvents events;
    private final StoredJson json;
    private final Clock clock;

    IncomingLeads(JdbcClient jdbc, Leads leads, Newcomers newcomers, LeadEvents events, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.newcomers = newcomers;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** All at once, to go by this version of the policy; the answers come in the same order. */
    List<Receipt> store(List<Arrival> arrivals, PolicyVersion version) {
        List<LeadId> ids = arrivals.stream().map(arrival -> LeadId.fresh()).toList();
        Set<String> stored = insertLeads(ids, arrivals, version);
        insertPersons(ids, arrivals, stored);
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            boolean isNew = stored.contains(ids.get(i).value());
            receipts.add(isNew ? begun(ids.get(i), arrivals.get(i)) : replay(arrivals.get(i)));
        }
        return receipts;
    }

    private Receipt begun(LeadId id, Arrival arrival) {
        newcomers.add(id, arrival);
        events.appendLater(
                id,
                EventType.LEAD_RECEIVED,
                "Received by " + arrival.door(),
                Map.of("channel", arrival.lead().channel()));
        return new Receipt(id, false);
    }

    void noteSorting(LeadId id, @Nullable String reason) {
        if (reason != null) {
            events.append(id, EventType.SORTING_NEEDED, reason);
        }
    }

    /** Answers which of them are new. */
    private Set<String> insertLeads(List<LeadId> ids, List<Arrival> arrivals, PolicyVersion version) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(leadRow(ids.get(i), arrivals.get(i)));
        }
        return jdbc
                .sql("""
                        insert into leadbaton.lead (policy_version, id, door, idempotency_key, request_hash, external_id, channel, source,
                            campaign, supplier, lead_type, facts, stage, stage_reason, stage_since, email_opt_out,
                            do_not_call, has_email, has_phone, received_at, stored_at)
                        select :version, id, door, idempotency_key, request_hash, external_id, channel, source,
                            campaign, supplier, lead_type, facts, 'RECEIVED', 'Received', stored_at, email_opt_out,
                            do_not_call, has_email, has_phone, received_at, stored_at
                        from jsonb_populate_recordset(null::leadbaton.lead, cast(:rows as jsonb))
                        on conflict (door, idempotency_key) do nothing returning *
                        """)
                .param("version", version.hash())
                .param("rows", json.write(rows))
                .query(LeadRow::of)
                .list()
                .stream()
                .map(leads::keep)
                .map(LeadId::value)
                .collect(Collectors.toSet());
    }

    private Map<String, @Nullable Object> leadRow(LeadId id, Arrival arrival) {
        NewLead lead = arrival.lead();
        String now = clock.instant().toString();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id.value());
        row.put("door", arrival.door());
        row.put("idempotency_key", arrival.idempotencyKey());
        row.put("request_hash", arrival.requestHash());
        row.put("external_id", lead.externalId());
        row.put("channel", lead.channel());
        row.put("source", lead.source());
        row.put("campaign", lead.campaign());
        row.put("supplier", lead.supplier());
        row.put("lead_type", lead.leadType());
        row.put("facts", facts(lead));
        row.put("email_opt_out", lead.emailOptOut());
        row.put("do_not_call", lead.doNotCall());
        row.put("has_email", lead.email() != null);
        row.put("has_phone", lead.phone() != null);
        row.put(
                "received_at",
                lead.receivedAt() == null ? now : lead.receivedAt().toString());
        row.put("stored_at", now);
        return row;
    }

    private void insertPersons(List<LeadId> ids, List<Arrival> arrivals, Set<String> stored) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (stored.contains(ids.get(i).value())) {
                rows.add(personRow(ids.get(i), arrivals.get(i).lead()));
            }
        }
        jdbc.sql("""
                        insert into leadbaton.lead_person (lead_id, email, phone, first_name, last_name, company, job_title,
                            country, city, time_zone, message, consent)
                        select lead_id, email, phone, first_name, last_name, company, job_title, country, city, time_zone,
                            message, consent
                        from jsonb_populate_recordset(null::leadbaton.lead_person, cast(:rows as jsonb))
                        """).param("rows", json.write(rows)).update();
    }

    private static Map<String, @Nullable Object> personRow(LeadId id, NewLead lead) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("lead_id", id.value());
        row.put("email", lead.email());
        row.put("phone", lead.phone());
        row.put("first_name", lead.firstName());
        row.put("last_name", lead.lastName());
        row.put("company", lead.company());
        row.put("job_title", lead.jobTitle());
        row.put("country", lead.country());
        row.put("city", lead.city());
        row.put("time_zone", lead.timeZone());
        row.put("message", lead.message());
        row.put("consent", lead.consent());
        return row;
    }

    private Receipt replay(Arrival arrival) {
        Earlier earlier = jdbc.sql(
                        "select id, request_hash from leadbaton.lead where door = :door and idempotency_key = :key")
                .param("door", arrival.door())
                .param("key", arrival.idempotencyKey())
                .query((row, n) -> new Earlier(new LeadId(row.getString("id")), row.getString("request_hash")))
                .single();
        if (!Objects.equals(earlier.requestHash(), arrival.requestHash())) {
            throw new IdempotencyKeyReused();
        }
        return new Receipt(earlier.id(), true);
    }

    private static Map<String, Object> facts(NewLead lead) {
        Map<String, Object> facts = new HashMap<>(lead.facts());
        facts.put("intent", lead.intent());
        facts.put("qualification", lead.qualification());
        facts.put("custom", lead.custom());
        return facts;
    }

    private record Earlier(LeadId id, @Nullable String requestHash) {}
}
