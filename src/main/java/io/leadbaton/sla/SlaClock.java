package io.leadbaton.sla;

import io.leadbaton.sla.calendar.Pause;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One promise being watched for one lead.
 *
 * @param round counts the clocks of this clause; a new owner's clause is a new round
 * @param calendarId the calendar whose hours are counted, null for wall time
 * @param calendarVersion 0 for wall time
 * @param pauses in the order in which they began; the last one may still last
 * @param reached names of the marks that were reached
 * @param escalation the process instance that climbs the ladder, null before the first mark
 * @param closedAt when the watch ended, null while it goes on
 */
record SlaClock(
        String id,
        String leadId,
        int round,
        State state,
        @Nullable String owner,
        Instant startedAt,
        Instant dueAt,
        Promise promise,
        @Nullable String calendarId,
        int calendarVersion,
        List<Pause> pauses,
        Set<String> reached,
        @Nullable String escalation,
        @Nullable Instant closedAt) {

    /** How a clock stands. */
    enum State {
        RUNNING,
        WARNED,
        PAUSED,
        MET,
        MISSED,
        EXCUSED;

        static State named(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SlaClock started(
            String id, String leadId, int round, Promise promise, @Nullable String owner, Instant from, Reckoned due) {
        return new SlaClock(
                id,
                leadId,
                round,
                State.RUNNING,
                owner,
                from,
                due.due(),
                promise,
                due.calendarId(),
                due.calendarVersion(),
                List.of(),
                Set.of(),
                null,
                null);
    }

    SlaClock in(State now) {
        return with(now, owner, reached, escalation);
    }

    SlaClock brokenBy(@Nullable String answering) {
        return with(State.MISSED, answering, reached, escalation).having(Mark.DEADLINE);
    }

    SlaClock having(Mark mark) {
        Set<String> all = new HashSet<>(reached);
        all.add(mark.name());
        return with(state, owner, Set.copyOf(all), escalation);
    }

    SlaClock escalatedBy(String processInstance) {
        return with(state, owner, reached, processInstance);
    }

    private SlaClock with(State now, @Nullable String answering, Set<String> marks, @Nullable String watchedBy) {
        return new SlaClock(
                id,
                leadId,
                round,
                now,
                answering,
                startedAt,
                dueAt,
                promise,
                calendarId,
                calendarVersion,
                pauses,
                marks,
                watchedBy,
                closedAt);
    }

    Clause clause() {
        return promise.clause();
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** A broken promise can stand still too: its ladder is not climbed meanwhile. */
    boolean standsStill() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until() == null;
    }

    /** Whether its deadline may still move to the hours of the lead's team. */
    boolean countsTeamHours() {
        return promise.hours().equals("team") && !isMissed() && !standsStill();
    }

    boolean isMissed() {
        return state == State.MISSED;
    }

    /** Somebody has to hurry. */
    boolean isPressing() {
        return state == State.WARNED || state == State.MISSED;
    }

    boolean isOverdue(Instant now) {
        return isMissed() || !ranUntil(now).isBefore(dueAt);
    }

    /** Now, or when it came to stand still. */
    Instant ranUntil(Instant now) {
        return standsStill() ? pauses.get(pauses.size() - 1).from() : now;
    }

    /** The last warning that was reached, as percent of the promised time; 0 before the first. */
    int warnedAtPercent() {
        return promise.warnings().stream()
                .filter(percent -> reached.contains(Mark.warning(percent).name()))
                .reduce(0, Math::max);
    }

    /** The next thing to happen, empty when the ladder is climbed to its end or nothing is watched. */
    Optional<Mark> nextMark() {
        if (!isOpen() || standsStill()) {
            return Optional.empty();
        }
        return promise.marks().stream()
                .filter(mark -> !reached.contains(mark.name()))
                .findFirst();
    }
}
