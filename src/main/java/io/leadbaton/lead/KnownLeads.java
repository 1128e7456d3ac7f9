package io.leadbaton.lead;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a new lead is one that is known already: the same external id from the same door, or the mail address of an
 * open lead. A phone number alone is never a duplicate: families and offices share one.
 */
@Component
public class KnownLeads {

    private static final Set<String> IN_PERSON = Set.of("web-form", "chat", "phone", "live-transfer");

    private final JdbcClient jdbc;
    private final Newcomers newcomers;
    private final Leads leads;
    private final LeadEvents events;
    private final Signals signals;

    KnownLeads(JdbcClient jdbc, Newcomers newcomers, Leads leads, LeadEvents events, Signals signals) {
        this.jdbc = jdbc;
        this.newcomers = newcomers;
        this.leads = leads;
        this.events = events;
        this.signals = signals;
    }

    /** Claims the identities of a new lead; merges it into the one that holds one of them already. */
    public Optional<LeadId> match(LeadId id) {
        Identities own = newcomers.find(id).map(KnownLeads::identities).orElseGet(() -> read(id));
        Optional<LeadId> known = Optional.empty();
        if (own.externalId() != null) {
            known = claim("external-id", own.door() + ' ' + own.externalId(), id);
        }
        if (known.isEmpty() && own.email() != null) {
            known = claim("mail", own.email().toLowerCase(Locale.ROOT), id);
        }
        known.ifPresent(into -> merge(id, into));
        return known;
    }

    private static Identities identities(Arrival arrival) {
        return new Identities(
                arrival.door(), arrival.lead().externalId(), arrival.lead().email());
    }

    private Identities read(LeadId id) {
        return jdbc.sql("""
                        select l.door, l.external_id, p.email from leadbaton.lead l
                        join leadbaton.lead_person p on p.lead_id = l.id where l.id = :id
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Identities(row.getString("door"), row.getString("external_id"), row.getString("email")))
                .single();
    }

    private Optional<LeadId> claim(String kind, String key, LeadId id) {
        int claimed = jdbc.sql("""
                        insert into leadbaton.lead_identity (kind, key, lead_id) values (:kind, :key, :id)
                        on conflict (kind, key) do nothing
                        """)
                .param("kind", kind)
                .param("key", key)
                .param("id", id.value())
                .update();
        return claimed == 1 ? Optional.empty() : holder(kind, key).filter(holder -> !holder.equals(id));
    }

    private Optional<LeadId> holder(String kind, String key) {
        return jdbc.sql("select lead_id from leadbaton.lead_identity where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query((row, n) -> new LeadId(row.getString("lead_id")))
                .optional();
    }

    private void merge(LeadId id, LeadId into) {
        leads.mergeInto(id, into);
        keepIdentities(id, into);
        leads.move(id, Stage.MERGED, "Known already", EventType.LEAD_MERGED, Map.of("into", into.value()));
        events.append(
                into,
                EventType.LEAD_MERGED,
                "Asked again; the new enquiry was merged into this lead",
                Map.of("from", id.value()));
        wake(id, into);
    }

    /** Whoever comes with any identity of the merged lead belongs to the known one. */
    private void keepIdentities(LeadId id, LeadId into) {
        jdbc.sql("update leadbaton.lead_identity set lead_id = :into where lead_id = :id")
                .param("id", id.value())
                .param("into", into.value())
                .update();
    }

    /** A prospect or a lead on hold that asks again in person need not wait any longer; a list that names it says nothing. */
    private void wake(LeadId id, LeadId into) {
        Stage stage = leads.get(into).stage();
        if ((stage == Stage.NURTURE || stage == Stage.ON_HOLD)
                && IN_PERSON.contains(leads.get(id).channel())) {
            signals.receive(into, Signal.of(Signal.Type.REPLIED));
        }
    }

    private record Identities(
            String door,
            @Nullable String externalId,
            @Nullable String email) {}
}
