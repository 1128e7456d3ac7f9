package io.leadbaton.lead;

import io.leadbaton.StoredJson;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of a lead that came in: the lead, its person and the first event. */
@Repository
class IncomingLeads {

    private final JdbcClient jdbc;
    private final LeadEvents events;
    private final StoredJson json;
    private final Clock clock;

    IncomingLeads(JdbcClient jdbc, LeadEvents events, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    Receipt store(Arrival arrival) {
        LeadId id = LeadId.fresh();
        if (insertLead(id, arrival) == 0) {
            return replay(arrival);
        }
        insertPerson(id, arrival.lead());
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

    private int insertLead(LeadId id, Arrival arrival) {
        NewLead lead = arrival.lead();
        Instant now = clock.instant();
        Instant received = lead.receivedAt() == null ? now : lead.receivedAt();
        return jdbc.sql("""
                        insert into leadbaton.lead (id, door, idempotency_key, request_hash, external_id, channel, source,
                            campaign, supplier, lead_type, facts, stage, stage_reason, stage_since, email_opt_out,
                            do_not_call, has_email, has_phone, received_at, stored_at)
                        values (:id, :door, :key, :hash, :externalId, :channel, :source, :campaign, :supplier, :leadType,
                            cast(:facts as jsonb), 'RECEIVED', 'Received', :now, :emailOptOut, :doNotCall, :hasEmail,
                            :hasPhone, :received, :now)
                        on conflict (door, idempotency_key) do nothing
                        """)
                .param("id", id.value())
                .param("door", arrival.door())
                .param("key", arrival.idempotencyKey())
                .param("hash", arrival.requestHash())
                .param("externalId", lead.externalId())
                .param("channel", lead.channel())
                .param("source", lead.source())
                .param("campaign", lead.campaign())
                .param("supplier", lead.supplier())
                .param("leadType", lead.leadType())
                .param("facts", json.write(facts(lead)))
                .param("emailOptOut", lead.emailOptOut())
                .param("doNotCall", lead.doNotCall())
                .param("hasEmail", lead.email() != null)
                .param("hasPhone", lead.phone() != null)
                .param("received", Timestamp.from(received))
                .param("now", Timestamp.from(now))
                .update();
    }

    private void insertPerson(LeadId id, NewLead lead) {
        jdbc.sql("""
                        insert into leadbaton.lead_person (lead_id, email, phone, first_name, last_name, company, job_title,
                            country, city, time_zone, message, consent)
                        values (:id, :email, :phone, :firstName, :lastName, :company, :jobTitle, :country, :city, :timeZone,
                            :message, cast(:consent as jsonb))
                        """)
                .param("id", id.value())
                .param("email", lead.email())
                .param("phone", lead.phone())
                .param("firstName", lead.firstName())
                .param("lastName", lead.lastName())
                .param("company", lead.company())
                .param("jobTitle", lead.jobTitle())
                .param("country", lead.country())
                .param("city", lead.city())
                .param("timeZone", lead.timeZone())
                .param("message", lead.message())
                .param("consent", json.write(lead.consent()))
                .update();
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
