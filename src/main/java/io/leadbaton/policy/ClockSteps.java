package io.leadbaton.policy;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of diagrams do to the clocks of a lead.
 *
 * @param endAll steps behind which no clock runs
 * @param pause steps that let all clocks stand still
 * @param resume steps that let them run on, if they stood still
 * @param escalate steps that begin the escalation of the clause they are given
 * @param answers everything a step may answer, where all of it is known
 * @param standings where the lead stands behind a step, where that is known
 */
public record ClockSteps(
        List<ClauseSteps> clauses,
        Set<String> endAll,
        Set<String> pause,
        Set<String> resume,
        Set<String> escalate,
        Map<String, Set<String>> answers,
        List<LeadStands> standings) {

    /** For an application without promises. */
    public static final ClockSteps NONE =
            new ClockSteps(List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of());

    /** Whether a diagram asks with it where the lead stands, instead of looking into a variable. */
    public static boolean isAboutLead(String asked) {
        return asked.startsWith("leads.");
    }

    /** Whether the step does anything to a clock. */
    public boolean names(String step) {
        return endAll.contains(step) || pause.contains(step) || resume.contains(step) || isInTable(step);
    }

    private boolean isInTable(String step) {
        return clauses.stream()
                .flatMap(ClauseSteps::all)
                .anyMatch(any -> any.step().equals(step));
    }

    /** The answers of a step that have to be told apart, null for one that nobody names. */
    public List<@Nullable String> answersOf(String step) {
        List<@Nullable String> all = new ArrayList<>(answers.getOrDefault(step, words(step)));
        if (!answers.containsKey(step)) {
            all.add(null);
        }
        return all;
    }

    /** The answers of a step that the table names. */
    public Set<String> words(String step) {
        return clauses.stream()
                .flatMap(ClauseSteps::all)
                .filter(any -> any.step().equals(step))
                .flatMap(any -> any.words().stream())
                .collect(toSet());
    }

    /** What may run once the step has given this answer. */
    public Set<String> started(String step, @Nullable String word) {
        return clauses.stream()
                .filter(each -> each.startsAt(step, word))
                .map(ClauseSteps::clause)
                .collect(toSet());
    }

    /** What is over once the step has given this answer. */
    public Set<String> ended(String step, @Nullable String word) {
        return clauses.stream()
                .filter(each -> endAll.contains(step) || each.endsAt(step, word))
                .map(ClauseSteps::clause)
                .collect(toSet());
    }

    /** What a diagram that asks where the lead stands is told once the step has given this answer; empty when nobody knows. */
    public Map<String, String> leadStands(String step, @Nullable String word) {
        return standings.stream()
                .filter(stands -> stands.behind().fits(step, word))
                .findFirst()
                .map(LeadStands::answers)
                .orElse(Map.of());
    }

    /** What is over when a message arrives. */
    public Set<String> endedByMessage(String message) {
        return clauses.stream()
                .filter(each -> each.endingMessages().contains(message))
                .map(ClauseSteps::clause)
                .collect(toSet());
    }

    /** Whether the work goes to somebody else when the clause is overdue. */
    public boolean takesWorkAway(String clause) {
        return clauses.stream().anyMatch(each -> each.clause().equals(clause) && each.takesWorkAway());
    }
}
