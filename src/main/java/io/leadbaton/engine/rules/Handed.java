package io.leadbaton.engine.rules;

import io.leadbaton.policy.ClockSteps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;

/**
 * Which variables an element takes in and gives out again: by the name they get, and the expression that says what they hold.
 *
 * @param in what a called process gets
 * @param out what is handed out behind it
 * @param locals what is gone behind it
 */
record Handed(Map<String, String> in, Map<String, String> out, Set<String> locals) {

    private static final String EVERYTHING = "*";
    private static final Pattern PLAIN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    static Handed of(FlowNode drawn) {
        Map<String, String> in = new HashMap<>();
        Map<String, String> out = new HashMap<>();
        Set<String> locals = new HashSet<>();
        Diagram.extensions(drawn, CamundaInputParameter.class)
                .forEach(parameter -> locals.add(parameter.getCamundaName()));
        Diagram.extensions(drawn, CamundaOutputParameter.class)
                .forEach(parameter -> out.put(parameter.getCamundaName(), parameter.getTextContent()));
        if (drawn instanceof CallActivity) {
            Diagram.extensions(drawn, CamundaIn.class)
                    .forEach(each -> put(
                            in,
                            each.getCamundaVariables(),
                            each.getCamundaTarget(),
                            each.getCamundaSource(),
                            each.getCamundaSourceExpression()));
            Diagram.extensions(drawn, CamundaOut.class)
                    .forEach(each -> put(
                            out,
                            each.getCamundaVariables(),
                            each.getCamundaTarget(),
                            each.getCamundaSource(),
                            each.getCamundaSourceExpression()));
        }
        return new Handed(in, out, locals);
    }

    private static void put(Map<String, String> to, String all, String target, String source, String expression) {
        if (all != null) {
            to.put(EVERYTHING, EVERYTHING);
        } else if (target != null) {
            to.put(target, source == null ? String.valueOf(expression) : "${" + source + "}");
        }
    }

    /** What is known inside of the called process at its start. */
    Map<String, Answer> inside(Map<String, Answer> outside) {
        return withLead(handed(in, outside, Map.of()), outside);
    }

    /** What is known behind the called process. */
    Map<String, Answer> behindCall(Map<String, Answer> before, Map<String, Answer> inside) {
        return withLead(handed(out, inside, before), inside);
    }

    /** What is known behind an element of the same process. */
    Map<String, Answer> behind(Map<String, Answer> before, Map<String, Answer> inside) {
        if (locals.isEmpty() && out.isEmpty()) {
            return inside;
        }
        Map<String, Answer> kept = new HashMap<>(inside);
        locals.forEach(name -> set(kept, name, before.get(name)));
        return handed(out, inside, kept);
    }

    /** Where the lead stands is no variable: everybody sees it, and sees what changed last. */
    static Map<String, Answer> withLead(Map<String, Answer> variables, Map<String, Answer> latest) {
        Map<String, Answer> all = new HashMap<>(variables);
        all.keySet().removeIf(ClockSteps::isAboutLead);
        latest.forEach((name, answer) -> {
            if (ClockSteps.isAboutLead(name)) {
                all.put(name, answer);
            }
        });
        return all;
    }

    private static Map<String, Answer> handed(
            Map<String, String> names, Map<String, Answer> from, Map<String, Answer> kept) {
        Map<String, Answer> all = new HashMap<>(kept);
        if (names.containsKey(EVERYTHING)) {
            all.putAll(from);
        }
        names.forEach((name, text) -> {
            if (!name.equals(EVERYTHING)) {
                set(all, name, value(text, from));
            }
        });
        return all;
    }

    private static void set(Map<String, Answer> all, String name, @Nullable Answer answer) {
        if (answer == null) {
            all.remove(name);
        } else {
            all.put(name, answer);
        }
    }

    private static @Nullable Answer value(String text, Map<String, Answer> from) {
        Matcher plain = PLAIN.matcher(text.strip());
        if (plain.matches()) {
            return from.get(plain.group(1));
        }
        return Expressions.variables(text).stream().anyMatch(from::containsKey) ? Answer.UNCLEAR : null;
    }
}
