package io.leadbaton.lead;

import io.leadbaton.sla.ClockClosed;
import io.leadbaton.sla.ClockMissed;
import io.leadbaton.sla.ClockStarted;
import io.leadbaton.sla.ClocksMoved;
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
                Map.of(
                        "clause",
                        started.clause().wire(),
                        "dueAt",
                        started.dueAt().toString()));
    }

    @EventListener
    void clockMissed(ClockMissed missed) {
        write(
                missed.leadId(),
                EventType.CLOCK_MISSED,
                "Overdue: " + missed.clause().inWords(),
                Map.of("clause", missed.clause().wire(), "dueAt", missed.dueAt().toString()));
    }

    @EventListener
    void clockClosed(ClockClosed closed) {
        if (closed.met()) {
            write(
                    closed.leadId(),
                    EventType.CLOCK_MET,
                    "In time: " + closed.clause().inWords(),
                    Map.of("clause", closed.clause().wire()));
        }
    }

    @EventListener
    void clocksMoved(ClocksMoved moved) {
        write(
                moved.leadId(),
                moved.paused() ? EventType.CLOCK_PAUSED : EventType.CLOCK_RESUMED,
                moved.paused() ? "Promises stand still" : "Promises run on",
                Map.of());
    }

    private void write(String leadId, EventType type, String summary, Map<String, Object> details) {
        events.append(LeadId.of(leadId), type, summary, details);
    }
}
