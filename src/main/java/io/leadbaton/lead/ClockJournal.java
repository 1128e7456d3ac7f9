package io.leadbaton.lead;

import io.leadbaton.sla.Clause;
import io.leadbaton.sla.ClockClosed;
import io.leadbaton.sla.ClockContested;
import io.leadbaton.sla.ClockExcused;
import io.leadbaton.sla.ClockMissed;
import io.leadbaton.sla.ClockMoved;
import io.leadbaton.sla.ClockStarted;
import io.leadbaton.sla.ClockWarned;
import io.leadbaton.sla.ClocksMoved;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happens to the promises of a lead into its timeline. */
@Component
class ClockJournal {

    private final LeadEvents events;

    ClockJournal(LeadEvents events) {
        this.events = events;
    }

    @EventListener
    void clockStarted(ClockStarted started) {
        write(
                started.leadId(),
                EventType.CLOCK_STARTED,
                "Promised: " + started.clause().inWords(),
                details(started.clockId(), started.clause(), started.dueAt()));
    }

    @EventListener
    void clockWarned(ClockWarned warned) {
        write(
                warned.leadId(),
                EventType.CLOCK_WARNED,
                "Due soon: " + warned.clause().inWords() + " (" + warned.percent() + " % of the time has passed)",
                details(warned.clockId(), warned.clause(), warned.dueAt()));
    }

    @EventListener
    void clockMissed(ClockMissed missed) {
        write(
                missed.leadId(),
                EventType.CLOCK_MISSED,
                "Overdue: " + missed.clause().inWords(),
                details(missed.clockId(), missed.clause(), missed.dueAt()));
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.met()) {
            write(
                    closed.leadId(),
                    EventType.CLOCK_MET,
                    "In time: " + closed.clause().inWords(),
                    Map.of("clause", closed.clause().wire(), "clockId", closed.clockId()));
        }
    }

    @EventListener
    void clocksMoved(ClocksMoved moved) {
        write(
                moved.leadId(),
                moved.paused() ? EventType.CLOCK_PAUSED : EventType.CLOCK_RESUMED,
                (moved.paused() ? "Promises stand still: " : "Promises run on: ") + moved.why(),
                Map.of());
    }

    @EventListener
    void clockMoved(ClockMoved moved) {
        if (moved.before().equals(moved.dueAt())) {
            return;
        }
        write(
                moved.leadId(),
                EventType.CLOCK_MOVED,
                "New deadline for the " + moved.clause().inWords() + ": " + moved.why(),
                Map.of(
                        "clause", moved.clause().wire(),
                        "clockId", moved.clockId(),
                        "before", moved.before().toString(),
                        "dueAt", moved.dueAt().toString()));
    }

    @EventListener
    void clockExcused(ClockExcused excused) {
        write(
                excused.leadId(),
                EventType.CLOCK_EXCUSED,
                "Excused: " + excused.clause().inWords() + " overdue",
                Map.of("clause", excused.clause().wire(), "clockId", excused.clockId(), "note", excused.reason()));
    }

    @EventListener
    void clockContested(ClockContested contested) {
        write(
                contested.leadId(),
                EventType.CLOCK_CONTESTED,
                "Contested: " + contested.clause().inWords() + " overdue",
                Map.of(
                        "clause",
                        contested.clause().wire(),
                        "clockId",
                        contested.clockId(),
                        "note",
                        contested.reason()));
    }

    private static Map<String, Object> details(String clockId, Clause clause, Instant dueAt) {
        return Map.of("clause", clause.wire(), "clockId", clockId, "dueAt", dueAt.toString());
    }

    private void write(String leadId, EventType type, String summary, Map<String, Object> details) {
        events.append(LeadId.of(leadId), type, summary, details);
    }
}
