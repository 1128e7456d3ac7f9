package io.leadbaton.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers diagrams when a promise falls due. Only reads: the same answer however often it is asked. */
@Component("sla")
public class SlaDates {

    /** A date no lead lives to see. Never null: a timer without a date would fire at once. */
    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final Clocks clocks;

    SlaDates(Clocks clocks) {
        this.clocks = clocks;
    }

    /** When the clause falls due; a far date while no clock of it runs. */
    public Date dueAt(String leadId, String clause) {
        return running(leadId, clause).orElse(Date.from(NEVER));
    }

    /** When something first has to happen about the clause: its deadline, as long as there are no warnings. */
    public Date firstMark(String leadId, String clause) {
        return dueAt(leadId, clause);
    }

    /** The date a person sees at the task; none while nothing runs. */
    public @Nullable Date taskDue(String leadId, String clause) {
        return running(leadId, clause).orElse(null);
    }

    /** The same for a task that keeps two promises: the nearer date. */
    public @Nullable Date nearerDue(String leadId, String clause, String other) {
        return Stream.of(clause, other)
                .flatMap(either -> running(leadId, either).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Date> running(String leadId, String clause) {
        return clocks.open(leadId, Clause.named(clause)).filter(SlaDates::runs).map(open -> Date.from(open.dueAt()));
    }

    private static boolean runs(SlaClock open) {
        return open.state() == SlaClock.State.RUNNING || open.state() == SlaClock.State.WARNED;
    }
}
