package io.leadbaton.lead;

import io.leadbaton.Refused;
import io.leadbaton.StoredJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All leads and the verbs that change them; a stage changes only by {@link #move}. */
@Repository("leadRepository")
public class Leads {

    private final JdbcClient jdbc;
    private final LeadEvents events;
    private final StoredJson json;

    Leads(JdbcClient jdbc, LeadEvents events, StoredJson json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    public Lead get(LeadId id) {
        return jdbc.sql("select * from leadbaton.lead where id = :id")
                .param("id", id.value())
                .query(Leads::lead)
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    /** As {@link #get}, and nobody else changes the lead before this transaction ends. */
    public Lead lock(LeadId id) {
        return jdbc.sql("select * from leadbaton.lead where id = :id for update")
                .param("id", id.value())
                .query(Leads::lead)
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    /** Takes the lead to another stage and writes why into its timeline; refuses a move that is not allowed. */
    public void move(LeadId id, Stage to, String reason, EventType type, Map<String, ?> details) {
        Lead lead = get(id);
        lead.checkMove(to);
        int moved = jdbc.sql("""
                        with moved as (
                            update leadbaton.lead
                            set stage = :to, stage_reason = :summary, stage_since = :at, event_seq = event_seq + 1
                            where id = :id and stage = :from returning event_seq)
                        insert into leadbaton.lead_event (lead_id, seq, at, actor, type, summary, details)
                        select :id, event_seq, :at, :actor, :type, :summary, cast(:details as jsonb) from moved
                        """)
                .param("id", id.value())
                .param("from", lead.stage().name())
                .param("to", to.name())
                .params(events.columns(type, reason, staged(lead.stage(), to, details)))
                .update();
        if (moved == 0) {
            throw new Refused("Somebody else has just moved this lead. Reload the page to see where it stands now.");
        }
        if (!to.isOpen() && to != Stage.SUPPRESSED) {
            forgetMail(id);
        }
    }

    public void move(LeadId id, Stage to, String reason, EventType type) {
        move(id, to, reason, type, Map.of());
    }

    public void own(LeadId id, @Nullable String rep, @Nullable String team) {
        jdbc.sql("update leadbaton.lead set owner = :rep, team = coalesce(:team, team) where id = :id")
                .param("id", id.value())
                .param("rep", rep)
                .param("team", team)
                .update();
    }

    public void type(LeadId id, String leadType) {
        jdbc.sql("update leadbaton.lead set lead_type = :type where id = :id")
                .param("id", id.value())
                .param("type", leadType)
                .update();
    }

    public void score(LeadId id, Points points) {
        jdbc.sql("""
                        update leadbaton.lead set intent = :intent, qualification = :qualification, icp = :icp,
                            score_reasons = cast(:reasons as jsonb)
                        where id = :id
                        """)
                .param("id", id.value())
                .param("intent", points.intent())
                .param("qualification", points.qualification())
                .param("icp", points.icp())
                .param("reasons", json.write(points.reasons()))
                .update();
    }

    public void grade(LeadId id, String grade, int total, boolean salesReady) {
        jdbc.sql("update leadbaton.lead set grade = :grade, total = :total, sales_ready = :ready where id = :id")
                .param("id", id.value())
                .param("grade", grade)
                .param("total", total)
                .param("ready", salesReady)
                .update();
    }

    /** Remembers under which policy the lead started. */
    public void startedUnder(LeadId id, String policyVersion) {
        jdbc.sql("update leadbaton.lead set policy_version = :version where id = :id")
                .param("id", id.value())
                .param("version", policyVersion)
                .update();
    }

    /** A rep took the lead: a new contact plan begins, with no attempt made. */
    public void beginRound(LeadId id) {
        set(
                id,
                "cadence_round = cadence_round + 1, attempts_made = 0, attempts_planned = 0, disposition = null,"
                        + " disposition_reason = null");
    }

    /** @param secondVoice whether a senior rep tries again when these attempts fail */
    public void plan(LeadId id, int attempts, boolean secondVoice) {
        jdbc.sql("update leadbaton.lead set attempts_planned = :attempts, second_voice_due = :second where id = :id")
                .param("id", id.value())
                .param("attempts", attempts)
                .param("second", secondVoice)
                .update();
    }

    public void planNext(LeadId id, Instant at) {
        jdbc.sql("update leadbaton.lead set next_attempt_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void attempted(LeadId id) {
        set(id, "attempts_made = attempts_made + 1, next_attempt_at = null");
    }

    public void contacted(LeadId id) {
        set(id, "contacted = true, reply_waiting = false");
    }

    /** What was taken for a talk was none; an earlier one, or a reply since the lead came to sales, still counts. */
    public void reconsiderContact(LeadId id) {
        jdbc.sql("""
                        update leadbaton.lead l set contacted = exists (
                            select 1 from leadbaton.attempt a
                            where a.lead_id = l.id and a.outcome in ('replied', 'connected') and a.made_at >= since.at)
                          or exists (
                            select 1 from leadbaton.lead_event e
                            where e.lead_id = l.id and e.at >= since.at and e.type = 'signal-received'
                              and e.details ->> 'signal' in ('replied', 'meeting-booked'))
                        from (select coalesce(max(at), '-infinity') as at from leadbaton.lead_event
                              where lead_id = :id and type = 'lead-recycled') since
                        where l.id = :id
                        """).param("id", id.value()).update();
    }

    public void dataIsBad(LeadId id) {
        set(id, "bad_data = true");
    }

    public void replyWaits(LeadId id) {
        set(id, "reply_waiting = true");
    }

    public void mailBounced(LeadId id) {
        set(id, "email_bounced = true");
    }

    public void isHeardBySecondVoice(LeadId id) {
        set(id, "second_voice = true");
    }

    public void recycled(LeadId id) {
        set(id, "recycled = true, contacted = false, disposition = null, disposition_reason = null");
    }

    public void hold(LeadId id, @Nullable Instant until) {
        jdbc.sql("update leadbaton.lead set hold_until = :until where id = :id")
                .param("id", id.value())
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    public void dispose(LeadId id, String disposition, String reason) {
        jdbc.sql("update leadbaton.lead set disposition = :disposition, disposition_reason = :reason where id = :id")
                .param("id", id.value())
                .param("disposition", disposition)
                .param("reason", reason)
                .update();
    }

    public void worth(LeadId id, @Nullable BigDecimal amount) {
        jdbc.sql("update leadbaton.lead set amount = coalesce(:amount, amount) where id = :id")
                .param("id", id.value())
                .param("amount", amount)
                .update();
    }

    /** The lead itself, or the one it was merged into. */
    LeadId survivorOf(LeadId id) {
        return jdbc.sql("select coalesce(merged_into, id) from leadbaton.lead where id = :id")
                .param("id", id.value())
                .query((row, n) -> new LeadId(row.getString(1)))
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    /** What the person opted out of with the new enquiry, the known lead is opted out of too. */
    void mergeInto(LeadId id, LeadId into) {
        jdbc.sql("update leadbaton.lead set merged_into = :into where id = :id")
                .param("id", id.value())
                .param("into", into.value())
                .update();
        jdbc.sql("""
                        update leadbaton.lead l
                        set email_opt_out = l.email_opt_out or n.email_opt_out, do_not_call = l.do_not_call or n.do_not_call
                        from leadbaton.lead n where l.id = :into and n.id = :id
                        """).param("id", id.value()).param("into", into.value()).update();
    }

    /** The person wants no contact at all any more. */
    public void optedOut(LeadId id) {
        set(id, "email_opt_out = true, do_not_call = true");
    }

    public void replyAnswered(LeadId id) {
        set(id, "reply_waiting = false");
    }

    public int total(LeadId id) {
        return jdbc.sql("select coalesce(total, 0) from leadbaton.lead where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Interest shown again is worth points of intent. */
    public void showedInterest(LeadId id) {
        set(id, "intent = least(100, coalesce(intent, 0) + 20), total = least(100, coalesce(total, 0) + 12)");
    }

    /** Who opted out stays known, so that no later list brings the address back to a rep. */
    private void forgetMail(LeadId id) {
        jdbc.sql("delete from leadbaton.lead_identity where lead_id = :id and kind = 'mail'")
                .param("id", id.value())
                .update();
    }

    private void set(LeadId id, String assignments) {
        jdbc.sql("update leadbaton.lead set " + assignments + " where id = :id")
                .param("id", id.value())
                .update();
    }

    private static Map<String, Object> staged(Stage from, Stage to, Map<String, ?> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("from", from.name());
        all.put("to", to.name());
        return all;
    }

    static Lead lead(ResultSet row, int number) throws SQLException {
        return new Lead(
                new LeadId(row.getString("id")),
                Stage.valueOf(row.getString("stage")),
                row.getString("stage_reason"),
                row.getString("channel"),
                row.getString("lead_type"),
                row.getString("owner"),
                row.getString("team"),
                row.getBoolean("sales_ready"),
                row.getBoolean("email_opt_out"),
                row.getBoolean("email_bounced"),
                row.getBoolean("do_not_call"),
                row.getBoolean("has_email"),
                row.getBoolean("has_phone"),
                row.getInt("cadence_round"),
                row.getInt("attempts_made"),
                row.getInt("attempts_planned"),
                row.getBoolean("second_voice_due"),
                row.getBoolean("second_voice"),
                row.getBoolean("contacted"),
                row.getBoolean("bad_data"),
                row.getBoolean("reply_waiting"),
                instant(row, "hold_until"),
                instant(row, "next_attempt_at"),
                row.getString("disposition"),
                row.getString("disposition_reason"),
                row.getTimestamp("received_at").toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
