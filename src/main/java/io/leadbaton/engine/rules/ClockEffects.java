package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.ClockSteps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how a lead may stand once a step is done. */
final class ClockEffects {

    private final ClockSteps clocks;
    private final Map<String, List<Call>> known = new HashMap<>();

    ClockEffects(ClockSteps clocks) {
        this.clocks = clocks;
    }

    /** What an element does by itself: the step it calls, the message it waited for, what it writes into a variable. */
    Stream<World> behind(Node node, World before) {
        World heard = node.message() == null ? before : before.without(clocks.endedByMessage(node.message()));
        return done(node, heard).map(after -> after.knowing(node.handed().behind(before.known(), after.known())));
    }

    private Stream<World> done(Node node, World before) {
        List<Call> steps = steps(node.expression());
        if (steps.isEmpty()) {
            return Stream.of(noting(before, node.result(), null));
        }
        return steps.size() == 1 && isAll(steps.get(0), node.expression())
                ? after(name(steps.get(0)), node.result(), before)
                : Stream.of(afterSomeOf(steps, node.result(), before));
    }

    private List<Call> steps(String expression) {
        return known.computeIfAbsent(
                expression,
                text -> Expressions.calls(text).stream()
                        .filter(call -> clocks.names(name(call)))
                        .toList());
    }

    private static String name(Call call) {
        return call.bean() + "." + call.method();
    }

    /** Whether the step is done in any case, and its answer is what the expression answers. */
    private static boolean isAll(Call call, String expression) {
        String text = expression.strip();
        String written = call.bean() + "." + call.method() + "(" + String.join(",", call.arguments()) + ")";
        return text.substring(2, text.length() - 1).replaceAll("\\s", "").equals(written.replaceAll("\\s", ""));
    }

    private Stream<World> after(String step, @Nullable String result, World before) {
        World going = clocks.resume().contains(step) ? before.goingOn() : before;
        return clocks.answersOf(step).stream()
                .map(word -> answered(step, word, noting(going, result, answer(step, word))))
                .map(after -> clocks.pause().contains(step) ? after.standingStill() : after);
    }

    private World answered(String step, @Nullable String word, World before) {
        return before.without(clocks.ended(step, word)).with(clocks.started(step, word));
    }

    private @Nullable Answer answer(String step, @Nullable String word) {
        if (word != null) {
            return Answer.exactly(word);
        }
        Set<String> others = clocks.words(step);
        return others.isEmpty() ? null : Answer.otherThan(others);
    }

    /** Nobody can tell which of them are done: whatever they may start may run, and nothing is sure to be over. */
    private World afterSomeOf(List<Call> steps, @Nullable String result, World before) {
        World after = before.goingOn().inDoubt();
        for (Call step : steps) {
            for (String word : clocks.answersOf(name(step))) {
                after = after.with(clocks.started(name(step), word));
            }
        }
        return noting(after, result, Answer.UNCLEAR);
    }

    private static World noting(World world, @Nullable String result, @Nullable Answer answer) {
        return result == null ? world : world.knowing(result, answer);
    }
}
