package io.leadbaton.sla;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Objection;
import io.leadbaton.sla.calendar.Target;
import io.leadbaton.sla.calendar.Unit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses a table that promises a clause twice, or not at all, or in a way no clock can run. */
@Component
class SlaPolicyCheck implements AnswerCheck {

    private static final Set<String> CALENDARS = Set.of("none", "team", "rep");

    @Override
    public String decision() {
        return "slaPolicy";
    }

    @Override
    public Optional<Objection> objection(List<Map<String, Object>> rows) {
        // Marketing promises the delivery of leads in the agreement, not lead by lead.
        Set<Clause> missing = EnumSet.complementOf(EnumSet.of(Clause.MQL_DELIVERY));
        for (int row = 0; row < rows.size(); row++) {
            Optional<String> fault = fault(rows.get(row), missing);
            if (fault.isPresent()) {
                return Optional.of(Objection.to(row, fault.get()));
            }
        }
        return missing.stream().findFirst().map(clause -> Objection.toAll("does not promise '" + clause.wire() + "'"));
    }

    /** A rep may take longer to accept than the lead may wait for the first answer. */
    @Override
    public Optional<Objection> doubt(List<Map<String, Object>> rows) {
        List<Clause> clauses =
                rows.stream().map(row -> Promise.of(row).clause()).toList();
        int acceptance = clauses.indexOf(Clause.ACCEPTANCE);
        Target longer = Promise.of(rows.get(acceptance)).target();
        Target shorter =
                Promise.of(rows.get(clauses.indexOf(Clause.FIRST_RESPONSE))).target();
        return atLeast(longer).compareTo(atLeast(shorter)) <= 0
                ? Optional.empty()
                : Optional.of(Objection.to(
                        acceptance,
                        "leaves %s for the acceptance, but the first response is due within %s"
                                .formatted(inWords(longer), inWords(shorter))));
    }

    private static String inWords(Target target) {
        String unit = target.unit().wire();
        return target.amount() + " " + (target.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }

    private static Duration atLeast(Target target) {
        return switch (target.unit()) {
            case MINUTES, BUSINESS_MINUTES -> Duration.ofMinutes(target.amount());
            case BUSINESS_DAYS -> Duration.ofDays(target.amount());
        };
    }

    private static Optional<String> fault(Map<String, Object> row, Set<Clause> missing) {
        try {
            Promise promise = Promise.of(row);
            if (!missing.remove(promise.clause())) {
                return Optional.of("promises '" + promise.clause().wire() + "' twice");
            }
            requireCountable(promise);
            requireReachable(promise);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("promises '" + row.get("clause") + "' in a way no clock can run: " + e.getMessage());
        }
    }

    /** The next rep's clock starts at the bottom of the ladder. */
    private static void requireReachable(Promise promise) {
        List<String> rungs = promise.ladder().stream().map(Mark::name).toList();
        int next = rungs.indexOf(Rung.NEXT_REP.wire());
        if (promise.clause().isTheOwners() && next >= 0 && next < rungs.size() - 1) {
            throw new IllegalArgumentException(
                    "Nothing comes behind next-rep, because the next rep's time begins anew: '" + rungs.get(next + 1)
                            + "'");
        }
    }

    private static void requireCountable(Promise promise) {
        if (!CALENDARS.contains(promise.hours())) {
            throw new IllegalArgumentException("The calendar is none, team or rep, not '" + promise.hours() + "'");
        }
        Unit unit = promise.target().unit();
        if (unit.needsCalendar() == promise.hours().equals("none")) {
            throw new IllegalArgumentException("The units are mixed: '" + unit.wire()
                    + "' cannot be counted with the calendar '" + promise.hours() + "'");
        }
        if (lastMark(promise) > longest(unit)) {
            throw new IllegalArgumentException("It lasts longer than a year, up to the last rung of its ladder");
        }
        if (!promise.keepTiming() && !promise.ladder().isEmpty()) {
            throw new IllegalArgumentException("A promise that ends when it is broken has no ladder");
        }
    }

    private static long lastMark(Promise promise) {
        List<Mark> marks = promise.marks();
        return (long) promise.target().amount() * marks.get(marks.size() - 1).percent() / 100;
    }

    private static long longest(Unit unit) {
        return switch (unit) {
            case MINUTES -> Duration.ofDays(366).toMinutes();
            case BUSINESS_MINUTES -> Duration.ofHours(366 * 8).toMinutes();
            case BUSINESS_DAYS -> 366;
        };
    }
}
