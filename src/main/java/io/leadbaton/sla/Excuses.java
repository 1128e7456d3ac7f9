package io.leadbaton.sla;

import io.leadbaton.NotKnown;
import io.leadbaton.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets reps contest a breach and managers excuse it; the breach itself stays written. */
@Component
@Transactional
public class Excuses {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final Watch watch;
    private final ApplicationEventPublisher publisher;
    private final Supplier<String> actor;
    private final Clock clock;

    Excuses(
            JdbcClient jdbc,
            ClockRows rows,
            Watch watch,
            ApplicationEventPublisher publisher,
            @Qualifier("actor") Supplier<String> actor,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.watch = watch;
        this.publisher = publisher;
        this.actor = actor;
        this.clock = clock;
    }

    /** A broken promise counts in the gross figures only from now on; one that is still open is settled by it. */
    public void excuse(String clockId, String reason) {
        String why = given(reason);
        SlaClock late = requireMissed(clockId, "excused");
        if (late.isOpen()) {
            watch.excuse(late);
        }
        note("state = 'excused', excused_at = :now, excused_by = :who, excused_why = :why", late, why);
        publisher.publishEvent(new ClockExcused(late.id(), late.leadId(), late.clause(), why));
    }

    /** The owner of a broken promise asks the managers to excuse it. */
    public void contest(String clockId, String reason) {
        String why = given(reason);
        SlaClock late = requireMissed(clockId, "contested");
        refuseWhenContested(late);
        if (!Objects.equals(ownerOf(late), actor.get())) {
            throw new Refused("Only the owner of a promise contests its breach.");
        }
        note("contested_at = :now, contested_by = :who, contested_why = :why", late, why);
        publisher.publishEvent(new ClockContested(late.id(), late.leadId(), late.clause(), why));
    }

    private static String given(String reason) {
        String why = reason.replace("\0", "").strip();
        if (why.isEmpty()) {
            throw new Refused("Say why, so that others can follow.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refused("Say it in at most " + LONGEST_REASON + " characters.");
        }
        return why;
    }

    private void refuseWhenContested(SlaClock late) {
        if (one("select (contested_at is not null)::text from leadbaton.sla_clock where id = :id", late)
                .equals("true")) {
            throw new Refused("This breach is contested already; a manager will look at it.");
        }
    }

    /** Nothing is written any more about a person who was erased. */
    private void refuseWhenErased(SlaClock late) {
        String stage = one(
                "select l.stage from leadbaton.lead l join leadbaton.sla_clock c on c.lead_id = l.id where c.id = :id",
                late);
        if (stage.equals("ERASED")) {
            throw new Refused("The person behind this lead was erased: nothing more is written about it.");
        }
    }

    private String one(String sql, SlaClock clock) {
        return jdbc.sql(sql).param("id", clock.id()).query(String.class).single();
    }

    private SlaClock requireMissed(String clockId, String wanted) {
        SlaClock late = rows.findLocked(clockId).orElseThrow(() -> new NotKnown("There is no such clock."));
        if (!late.isMissed()) {
            throw new Refused("Only a broken promise can be " + wanted + "; this one is "
                    + late.state().wire() + ".");
        }
        refuseWhenErased(late);
        return late;
    }

    private String ownerOf(SlaClock late) {
        return one("""
                select coalesce(c.owner, l.owner, '') from leadbaton.sla_clock c
                join leadbaton.lead l on l.id = c.lead_id where c.id = :id
                """, late);
    }

    private void note(String assignments, SlaClock late, String reason) {
        jdbc.sql("update leadbaton.sla_clock set " + assignments + " where id = :id")
                .param("id", late.id())
                .param("who", actor.get())
                .param("why", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
