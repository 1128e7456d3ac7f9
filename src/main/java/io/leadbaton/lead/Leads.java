package io.leadbaton.lead;

import io.leadbaton.Collided;
import io.leadbaton.PerTransaction;
import io.leadbaton.StoredJson;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All leads and the verbs that change them; a stage changes only by {@link #move} and {@link #hand}. */
@Repository("leadRepository")
public class Leads {

    private final PerTransaction<Map<LeadId, LeadRow>> rows = new PerTransaction<>(HashMap::new);
    private final JdbcClient jdbc;
    private final LeadEvents events;
    private final StoredJson json;
    private final Clock clock;

    Leads(JdbcClient jdbc, LeadEvents events, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    public Lead get(LeadId id) {
        return row(id).lead();
    }

    /** Many at once, as they are stored; those that do not exist are left out. */
    public List<Lead> all(Collection<String> ids) {
        return jdbc
                .sql("select * from leadbaton.lead where id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(LeadRow::of)
                .list()
                .stream()
                .map(LeadRow::lead)
                .toList();
    }

    /** Once this transaction has locked or changed a lead nobody else can, and what it saw last is still true. */
    LeadRow row(LeadId id) {
        LeadRow own = rows.get().get(id);
        return own == null ? read(id) : own;
    }

    private LeadRow read(LeadId id) {
        return jdbc.sql("select * from leadbaton.lead where id = :id")
                .param("id", id.value())
                .query(LeadRow::of)
                .optional()
                .orElseThrow(UnknownLead::new);
    }

    /** As {@link #get}, and nobody else changes the lead before this transaction ends. */
    public Lead lock(LeadId id) {
        LeadRow own = rows.get().get(id);
        return own == null ? lockNow(id) : own.lead();
    }

    private Lead lockNow(LeadId id) {
        return remember(jdbc.sql("select * from leadbaton.lead where id = :id for update")
                        .param("id", id.value()))
                .orElseThrow(UnknownLead::new);
    }

    /** A statement that changes the lead and answers its row, which saves reading it again. */
    private JdbcClient.StatementSpec change(LeadId id, String assignments) {
        return jdbc.sql("update leadbaton.lead set " + assignments + " where id = :id returning *")
                .param("id", id.value());
    }

    private Optional<Lead> remember(JdbcClient.StatementSpec statement) {
        Optional<LeadRow> row = statement.query(LeadRow::of).optional();
        row.ifPresent(this::keep);
        return row.map(LeadRow::lead);
    }

    /** A row that this transaction has written: nobody else changes it before the end. */
    LeadId keep(LeadRow own) {
        LeadId id = own.lead().id();
        rows.get().put(id, own);
        events.leadIsLocked(id);
        return id;
    }

    /** Takes the lead to another stage and writes why into its timeline; refuses a move that is not allowed. */
    public void move(LeadId id, Stage to, String reason, EventType type, Map<String, ?> details) {
        Stage from = checkedStage(id, to);
        mustSucceed(moving(id, from, to, reason, ""));
        events.appendLater(id, type, reason, staged(from, to, details));
        if (!to.isOpen() && to != Stage.SUPPRESSED) {
            forgetMail(id);
        }
    }

    /** As {@link #move} to somebody who owns the lead from now on. */
    public void hand(LeadId id, String rep, String team, String reason, Map<String, ?> details) {
        Stage from = checkedStage(id, Stage.ASSIGNED);
        mustSucceed(moving(id, from, Stage.ASSIGNED, reason, ", owner = :rep, team = :team")
                .param("rep", rep)
                .param("team", team));
        events.appendLater(id, EventType.LEAD_ASSIGNED, reason, staged(from, Stage.ASSIGNED, details));
    }

    private Stage checkedStage(LeadId id, Stage to) {
        Lead lead = get(id);
        lead.checkMove(to);
        return lead.stage();
    }

    private JdbcClient.StatementSpec moving(LeadId id, Stage from, Stage to, String reason, String also) {
        return jdbc.sql("update leadbaton.lead set stage = :to, stage_reason = :reason, stage_since = :at" + also
                        + " where id = :id and stage = :from returning *")
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()));
    }

    private void mustSucceed(JdbcClient.StatementSpec moving) {
        if (remember(moving).isEmpty()) {
            throw new Collided();
        }
    }

    public void move(LeadId id, Stage to, String reason, EventType type) {
        move(id, to, reason, type, Map.of());
    }

    String policyVersion(LeadId id) {
        return String.valueOf(row(id).columns().get("policy_version"));
    }

    void goBy(LeadId id, String policyVersion) {
        remember(change(id, "policy_version = :version").param("version", policyVersion));
    }

    public void own(LeadId id, @Nullable String rep, @Nullable String team) {
        remember(change(id, "owner = :rep, team = coalesce(:team, team)")
                .param("rep", rep)
                .param("team", team));
    }

    public void type(LeadId id, String leadType) {
        remember(change(id, "lead_type = :type").param("type", leadType));
    }

    public void score(LeadId id, Points points) {
        remember(change(id, """
                        intent = :intent, qualification = :qualification, icp = :icp,
                            score_reasons = cast(:reasons as jsonb)
                        """)
                .param("intent", points.intent())
                .param("qualification", points.qualification())
                .param("icp", points.icp())
                .param("reasons", json.write(points.reasons())));
    }

    public void grade(LeadId id, String grade, int total, boolean salesReady) {
        remember(change(id, "grade = :grade, total = :total, sales_ready = :ready")
                .param("grade", grade)
                .param("total", total)
                .param("ready", salesReady));
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
        remember(change(id, "attempts_planned = :attempts, second_voice_due = :second")
                .param("attempts", attempts)
                .param("second", secondVoice));
    }

    public void planNext(LeadId id, Instant at) {
        remember(change(id, "next_attempt_at = :at").param("at", Timestamp.from(at)));
    }

    public void attempted(LeadId id) {
        set(id, "attempts_made = attempts_made + 1, next_attempt_at = null");
    }

    public void contacted(LeadId id) {
        set(id, "contacted = true, reply_waiting = false");
    }

    /** What was taken for a talk was none; an earlier one, or a reply since the lead came to sales, still counts. */
    public void reconsiderContact(LeadId id) {
        events.flush(id);
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
        rows.get().remove(id);
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
        remember(change(id, "hold_until = :until").param("until", until == null ? null : Timestamp.from(until)));
    }

    public void dispose(LeadId id, String disposition, String reason) {
        remember(change(id, "disposition = :disposition, disposition_reason = :reason")
                .param("disposition", disposition)
                .param("reason", reason));
    }

    public void worth(LeadId id, @Nullable BigDecimal amount) {
        remember(change(id, "amount = coalesce(:amount, amount)").param("amount", amount));
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
        remember(change(id, "merged_into = :into").param("into", into.value()));
        jdbc.sql("""
                        update leadbaton.lead l
                        set email_opt_out = l.email_opt_out or n.email_opt_out, do_not_call = l.do_not_call or n.do_not_call
                        from leadbaton.lead n where l.id = :into and n.id = :id
                        """).param("id", id.value()).param("into", into.value()).update();
        rows.get().remove(into);
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
        remember(change(id, assignments));
    }

    private static Map<String, Object> staged(Stage from, Stage to, Map<String, ?> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("from", from.name());
        all.put("to", to.name());
        return all;
    }
}
