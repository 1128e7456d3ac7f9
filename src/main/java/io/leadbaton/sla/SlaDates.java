package io.leadbaton.sla;

import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
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

    /** Never null: a timer without a date would fire at once. */
    private static final Date NEVER = Date.from(Reckoning.NEVER);

    private final ClockRows rows;
    private final Reckoning reckoning;

    SlaDates(ClockRows rows, Reckoning reckoning) {
        this.rows = rows;
        this.reckoning = reckoning;
    }

    /** When the clause falls due; a far date while no clock of it runs. */
    public Date dueAt(String leadId, @OneOf(kind = WordKind.CLAUSE) String clause) {
        return running(leadId, clause).orElse(NEVER);
    }

    /** When something first has to happen about the clause; a far date once its ladder is being climbed. */
    public Date firstMark(String leadId, @OneOf(kind = WordKind.CLAUSE) String clause) {
        return rows.open(leadId, Clause.named(clause))
                .filter(open -> open.escalation() == null)
                .flatMap(this::nextMark)
                .orElse(NEVER);
    }

    /** When the next thing happens to a clock whose ladder is being climbed; a far date when that is nothing. */
    public Date nextMark(String clockId) {
        return rows.find(clockId).flatMap(this::nextMark).orElse(NEVER);
    }

    /** The date a person sees at the task; none while nothing runs. */
    public @Nullable Date taskDue(String leadId, @OneOf(kind = WordKind.CLAUSE) String clause) {
        return running(leadId, clause).orElse(null);
    }

    /** The same for a task that keeps two promises: the nearer date. */
    public @Nullable Date nearerDue(
            String leadId, @OneOf(kind = WordKind.CLAUSE) String clause, @OneOf(kind = WordKind.CLAUSE) String other) {
        return Stream.of(clause, other)
                .flatMap(either -> running(leadId, either).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether the clause is still to be kept. */
    public boolean runs(String leadId, @OneOf(kind = WordKind.CLAUSE) String clause) {
        return rows.open(leadId, Clause.named(clause)).isPresent();
    }

    private Optional<Date> nextMark(SlaClock clock) {
        return clock.nextMark().map(mark -> date(reckoning.at(clock, mark)));
    }

    private Optional<Date> running(String leadId, String clause) {
        return rows.open(leadId, Clause.named(clause))
                .filter(open -> !open.standsStill())
                .map(open -> date(open.dueAt()));
    }

    /** Dates know no fractions of a millisecond: a timer had better come one too late than find that nothing is due yet. */
    private static Date date(Instant at) {
        return Date.from(at.plusNanos(999_999));
    }
}
