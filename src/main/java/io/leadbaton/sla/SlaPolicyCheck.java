package io.leadbaton.sla;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.sla.calendar.Unit;
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
    public Optional<String> objection(List<Map<String, Object>> rows) {
        // Marketing promises the delivery of leads in the agreement, not lead by lead.
        Set<Clause> missing = EnumSet.complementOf(EnumSet.of(Clause.MQL_DELIVERY));
        for (Map<String, Object> row : rows) {
            try {
                Promise promise = Promise.of(row);
                if (!missing.remove(promise.clause())) {
                    return Optional.of("promises '" + promise.clause().wire() + "' twice");
                }
                requireCountable(promise);
            } catch (IllegalArgumentException e) {
                return Optional.of("promises '" + row.get("clause") + "' in a way no clock can run: " + e.getMessage());
            }
        }
        return missing.stream().findFirst().map(clause -> "does not promise '" + clause.wire() + "'");
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
        if (!promise.keepTiming() && !promise.ladder().isEmpty()) {
            throw new IllegalArgumentException("A promise that ends when it is broken has no ladder");
        }
    }
}
