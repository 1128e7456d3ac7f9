package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.ClockSteps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how a lead may stand once a step is done. */
final class ClockEffects {

    private final ClockSteps clocks;
    private final Map<String, Work> works = new HashMap<>();

    ClockEffects(ClockSteps clocks) {
        this.clocks = clocks;
    }

    /**
     * What an expression does to the clocks.
     *
     * @param certain whether exactly one of the outcomes comes about
     */
    private record Work(boolean certain, List<Outcome> outcomes) {}

    /** What a step does when it gives one of its answers. */
    private record Outcome(
            String step,
            @Nullable Answer answer,
            Set<String> ended,
            Set<String> started,
            Map<String, Answer> leadStands) {}

    /** What an element does by itself: the step it calls, the message it waited for, what it writes into a variable. */
    Stream<World> behind(Node node, World before) {
        World heard = node.message() == null ? before : before.without(clocks.endedByMessage(node.message()));
        return done(node, heard).map(after -> after.knowing(node.handed().behind(before.known(), after.known())));
    }

    private Stream<World> done(Node node, World before) {
        Work work = works.computeIfAbsent(node.expression(), this::read);
        if (work.outcomes().isEmpty()) {
            return Stream.of(noting(before, node.result(), null));
        }
        return work.certain()
                ? work.outcomes().stream().map(outcome -> after(outcome, node.result(), before))
                : Stream.of(afterSomeOf(work.outcomes(), node.result(), before));
    }

    private Work read(String expression) {
        List<Call> steps = Expressions.calls(expression).stream()
                .filter(call -> clocks.names(name(call)))
                .toList();
        return new Work(
                steps.size() == 1 && isAll(steps.get(0), expression),
                steps.stream().flatMap(call -> outcomes(name(call))).toList());
    }

    private static String name(Call call) {
        return call.bean() + "." + call.method();
    }

    /** Whether the step is done in any case, and its answer is what the expression answers. */
    private static boolean isAll(Call call, String expression) {
        String text = expression.strip();
        String written = name(call) + "(" + String.join(",", call.arguments()) + ")";
        return text.substring(2, text.length() - 1).replaceAll("\\s", "").equals(written.replaceAll("\\s", ""));
    }

    private Stream<Outcome> outcomes(String step) {
        return clocks.answersOf(step).stream()
                .map(word -> new Outcome(
                        step,
                        answer(step, word),
                        clocks.ended(step, word),
                        clocks.started(step, word),
                        leadStands(step, word)));
    }

    /** Nothing when nobody knows where the lead stands once the step has given this answer. */
    private Map<String, Answer> leadStands(String step, @Nullable String word) {
        Map<String, Answer> stands = new HashMap<>();
        clocks.leadStands(step, word).forEach((question, answer) -> stands.put(question, Answer.exactly(answer)));
        return stands;
    }

    private @Nullable Answer answer(String step, @Nullable String word) {
        if (word != null) {
            return Answer.exactly(word);
        }
        Set<String> others = clocks.words(step);
        return others.isEmpty() ? null : Answer.otherThan(others);
    }

    private World after(Outcome outcome, @Nullable String result, World before) {
        World going = clocks.resume().contains(outcome.step()) ? before.goingOn() : before;
        World after =
                noting(going, result, outcome.answer()).without(outcome.ended()).with(outcome.started());
        after = after.knowing(Handed.withLead(after.known(), outcome.leadStands()));
        return clocks.pause().contains(outcome.step()) ? after.standingStill() : after;
    }

    /** Nobody can tell which of them come about: whatever they may start may run, and nothing is sure to be over. */
    private static World afterSomeOf(List<Outcome> outcomes, @Nullable String result, World before) {
        Set<String> started = new HashSet<>();
        outcomes.forEach(outcome -> started.addAll(outcome.started()));
        World doubtful = noting(before.goingOn().with(started).inDoubt(), result, Answer.UNCLEAR);
        return doubtful.knowing(Handed.withLead(doubtful.known(), Map.of()));
    }

    private static World noting(World world, @Nullable String result, @Nullable Answer answer) {
        return result == null ? world : world.knowing(result, answer);
    }
}
