package io.leadbaton.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.ClockSteps;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The processes, decisions and forms we ship fit each other and the Java behind them. */
@LeadbatonTest
class ShippedPolicyTests {

    private static final Set<Class<?>> TAKEN = Set.of(String.class, boolean.class, int.class, Map.class, List.class);
    private static final Set<Class<?>> GIVEN =
            Set.of(void.class, String.class, boolean.class, int.class, Date.class, List.class);
    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();

    @Autowired
    PolicyChecks checks;

    @Autowired
    Seam seam;

    @Test
    void passesEveryCheckOfTheDeployer() {
        assertThat(checks.faults(SHIPPED)).extracting(Fault::toString).isEmpty();
    }

    @Test
    void holdsNothingThatMayNotBeMeant() {
        assertThat(checks.warnings(SHIPPED)).extracting(Fault::toString).isEmpty();
    }

    /** An id that Java looks for is on the list that keeps it in the diagram. */
    @Test
    void keepsEveryElementThatTheApplicationLooksFor() {
        Pattern looksFor = Pattern.compile(
                "(?:activityId|taskDefinitionKey|pinned\\.start|processDefinitionKey|step\\.equals)\\(\\s*\"(\\w+)\"");
        Set<String> used = processClasses().stream()
                .flatMap(source -> looksFor.matcher(source).results())
                .map(found -> found.group(1))
                .collect(toSet());
        used.addAll(Set.of("whereItStands", "whereSalesStands"));

        assertThat(seam.required())
                .extracting(required -> required.element() == null ? required.process() : required.element())
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}: {4}")
    @MethodSource("unusableTables")
    void refusesAnswersThatNobodyCouldKeep(String file, String row, String now, String instead, String reason) {
        String text = SHIPPED.text(file);
        int from = text.indexOf("<rule id=\"" + row);
        String changed = text.substring(0, from) + text.substring(from).replaceFirst(now, instead);
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(file, changed.getBytes(UTF_8));

        List<Fault> faults = checks.faults(new PolicyFiles(files));

        assertThat(changed).isNotEqualTo(text);
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.element()).isNotBlank();
            assertThat(fault.reason()).contains(reason);
        });
    }

    static Stream<Arguments> unusableTables() {
        String plan = "processes/cadencePlan.dmn";
        String sla = "processes/slaPolicy.dmn";
        String nurture = "processes/nurturePlan.dmn";
        return Stream.of(
                arguments(plan, "noPhone", ">5<", ">4<", "5 to 10 attempts, not 4"),
                arguments(plan, "noPhone", ">5<", ">11<", "5 to 10 attempts, not 11"),
                arguments(plan, "noPhone", ">5<", ">2 * 6<", "5 to 10 attempts, not 12"),
                arguments(plan, "noPhone", "0 min, 1 d", "0 min, 1 day", "\"1 day\" is no gap"),
                arguments(plan, "noPhone", "\"email\"", "\"email,,phone\"", "names its channels"),
                arguments(sla, "respondInbound", "\"firstResponse\"", "\"acceptance\"", "'acceptance' twice"),
                arguments(sla, "respondLive", ">1<", ">0<", "in a way no clock can run"),
                arguments(sla, "respondLive", "\"minutes\"", "\"weeks\"", "in a way no clock can run"),
                arguments(sla, "respondLive", "\"firstResponse\"", "\"answer\"", "There is no clause named answer"),
                arguments(sla, "acceptLive", "\"chat\", \"live", "\"chatty\", \"live", "does not promise"),
                arguments(nurture, "others", ">14<", ">0<", "must be above zero"),
                arguments(nurture, "others", ">14<", ">\"often\"<", "answers \"often\" where a number is needed"),
                arguments("processes/routing.dmn", "", "\"inside\"", "\"\"", "names no team"),
                arguments("processes/leadGrade.dmn", "ideal", "\"B\"", "\"b\"", "gives no grade"),
                arguments(
                        "processes/leadGrade.dmn",
                        "ideal",
                        "0.6 \\* lead",
                        "0.6 * led",
                        "'led.intent', which is no fact"));
    }

    @Test
    void usesEveryPublicStep() {
        assertThat(unused(seam, diagrams(SHIPPED))).isEmpty();
    }

    @Test
    void wouldNoticeAStepThatNoDiagramUses() {
        Seam example =
                new Seam(Map.of("greetingTasks", GreetingTasks.class), Set.of(), Set.of(), List.of(), ClockSteps.NONE);

        assertThat(unused(example, diagrams(ExamplePolicy.good()))).containsExactly("greetingTasks.rate");
    }

    @Test
    void takesAndGivesOnlyWhatTheEngineCanCarry() {
        assertThat(steps(seam)).allSatisfy((name, step) -> {
            assertThat(step.getReturnType()).as(name).isIn(GIVEN);
            assertThat(step.getParameterTypes())
                    .as(name)
                    .allSatisfy(type ->
                            assertThat(type.isEnum() || TAKEN.contains(type)).isTrue());
        });
    }

    @Test
    void sendsEveryMessageThatADiagramAwaits() {
        Set<String> awaited = diagrams(SHIPPED).stream()
                .flatMap(diagram -> diagram.all(Message.class))
                .map(Message::getName)
                .collect(toSet());

        assertThat(seam.messages()).isEqualTo(awaited);
        assertThat(awaited)
                .allSatisfy(name -> assertThat(processClasses()).anyMatch(source -> source.contains('"' + name + '"')));
    }

    @Test
    void countsOnlyOnVariablesThatAProcessClassSets() {
        assertThat(seam.variables())
                .allSatisfy(name -> assertThat(processClasses()).anyMatch(source -> source.contains('"' + name + '"')));
    }

    @Test
    void usesEveryFormAndEveryDecision() {
        Set<String> shown = diagrams(SHIPPED).stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(UserTask.class).map(UserTask::getCamundaFormRef),
                        diagram.all(StartEvent.class).map(StartEvent::getCamundaFormRef)))
                .collect(toSet());
        Set<String> asked = diagrams(SHIPPED).stream()
                .flatMap(diagram -> diagram.all(BusinessRuleTask.class))
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .collect(toSet());

        assertThat(shown).containsAll(FormChecks.forms(SHIPPED).keySet());
        assertThat(asked).isEqualTo(DecisionFiles.ids(SHIPPED));
    }

    @Test
    void hasNoGeneratedIdEvenWhereModelerWouldMakeOne() {
        assertThat(diagrams(SHIPPED).stream()
                        .flatMap(diagram -> diagram.all(FlowElement.class))
                        .filter(SequenceFlow.class::isInstance)
                        .map(FlowElement::getId))
                .noneMatch(id -> id.matches(".*_[0-9a-z]{6,8}"));
    }

    private static List<Diagram> diagrams(PolicyFiles files) {
        return files.names(".bpmn").stream()
                .map(file -> new Diagram(file, Bpmn.readModelFromStream(files.open(file))))
                .toList();
    }

    private static List<String> unused(Seam seam, List<Diagram> diagrams) {
        Set<String> used = diagrams.stream()
                .map(Texts::of)
                .flatMap(Collection::stream)
                .flatMap(text -> Expressions.calls(text.text()).stream())
                .map(ShippedPolicyTests::name)
                .collect(toSet());
        return steps(seam).keySet().stream()
                .filter(step -> !used.contains(step))
                .toList();
    }

    private static String name(Call call) {
        return call.bean() + "." + call.method();
    }

    private static Map<String, Method> steps(Seam seam) {
        Map<String, Method> steps = new TreeMap<>();
        seam.beans()
                .forEach((bean, type) -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> bean.endsWith("Tasks") && Modifier.isPublic(method.getModifiers()))
                        .forEach(method -> steps.put(bean + "." + method.getName(), method)));
        return steps;
    }

    private static List<String> processClasses() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().matches(".*(Process|WaitingTask)\\.java"))
                    .map(ShippedPolicyTests::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
