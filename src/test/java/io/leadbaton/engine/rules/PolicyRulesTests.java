package io.leadbaton.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadbaton.policy.ClockSteps;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyRulesTests {

    private static final Seam SEAM = new Seam(
            Map.of(
                    "greetingTasks", GreetingTasks.class,
                    "sla", GreetingTasks.Dates.class,
                    "visits", GreetingTasks.Visits.class,
                    "facts", GreetingTasks.Visits.class),
            Set.of("cabArrived"),
            Set.of("visitorId"),
            List.of(),
            ClockSteps.NONE);

    private static final String GREETING = "processes/greeting.bpmn";
    private static final String FAREWELL = "processes/farewell.bpmn";
    private static final String WELCOME = "processes/welcome.dmn";
    private static final String FORM = "forms/welcome.form";

    private static final Vocabulary NO_WORDS = new Vocabulary(List.of());

    static final PolicyChecks CHECKS = new PolicyChecks(
            List.of(new DiagramChecks(SEAM, NO_WORDS), new DecisionChecks(List.of(), NO_WORDS), new FormChecks()));

    @Test
    void findsNothingWrongInAGoodPolicy() {
        assertThat(CHECKS.faults(ExamplePolicy.good())).isEmpty();
    }

    @Test
    void takesADecisionThatKeepsModelersDefaultOfAListOfRows() {
        PolicyFiles saved = ExamplePolicy.with(GREETING, " camunda:mapDecisionResult=\"singleEntry\"", "");

        assertThat(CHECKS.faults(saved)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}: {4}")
    @MethodSource({"brokenDiagrams", "brokenReferences", "brokenExpressions", "brokenTables", "brokenForms"})
    void refusesWithFileElementAndReason(String file, String passage, String instead, String element, String reason) {
        PolicyFiles broken = ExamplePolicy.with(file, passage, instead);

        List<Fault> faults = CHECKS.faults(broken);

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.element()).isEqualTo(element.isEmpty() ? null : element);
            assertThat(fault.reason()).contains(reason);
        });
        assertThat(faults).as("nothing else is wrong").hasSizeLessThan(3);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        PolicyFiles broken = ExamplePolicy.with(GREETING, " default=\"notKnown\"", "");
        PolicyFiles worse = ExamplePolicy.and(broken, FORM, "\"key\": \"note\"", "\"key\": \"remark\"");

        List<Fault> faults = CHECKS.faults(worse);

        assertThat(faults)
                .extracting(Fault::toString)
                .contains(
                        "processes/greeting.bpmn, visitorKnown (Visitor known?): has no default flow",
                        "processes/greeting.bpmn, recordAnswer (Record answer): does not take 'remark', a field of the form welcome",
                        "processes/greeting.bpmn, recordAnswer (Record answer): takes 'note', but the form welcome has no such field");
    }

    static Stream<Arguments> brokenDiagrams() {
        String why = "<bpmn:documentation>A visitor waits a quarter of an hour at most.</bpmn:documentation>";
        String what = "<bpmn:documentation>Say hello and note the answer.</bpmn:documentation>";
        String step = "<bpmn:serviceTask id=\"recordAnswer\"";
        String listener = "<bpmn:extensionElements><camunda:executionListener event=\"start\""
                + " expression=\"${true}\" /></bpmn:extensionElements>";
        String due = " camunda:dueDate=\"${sla.dueAt(visitorId, 'welcome')}\"";
        return Stream.of(
                arguments(GREETING, "</bpmn:process>", "", "", "(line"),
                arguments(GREETING, " name=\"Visitor known?\"", "", "visitorKnown", "asks no question"),
                arguments(GREETING, " default=\"notKnown\"", "", "visitorKnown", "has no default flow"),
                arguments(GREETING, "id=\"isKnown\" name=\"Yes\"", "id=\"isKnown\"", "isKnown", "has no name"),
                arguments(GREETING, "visitorLeft", "Event_0abc123", "Event_0abc123", "generated id"),
                arguments(GREETING, " camunda:historyTimeToLive=\"P180D\"", "", "greeting", "historyTimeToLive"),
                arguments(GREETING, why, "", "welcomeOverdue", "without a documented reason"),
                arguments(GREETING, what, "", "welcome", "does not tell the person"),
                arguments(GREETING, " camunda:candidateGroups=\"porter\"", "", "welcome", "offered to nobody"),
                arguments(GREETING, due, "", "welcome", "no due date"),
                arguments(GREETING, "bpmnElement=\"seeOff\"", "bpmnElement=\"recordAnswer\"", "seeOff", "not drawn"),
                arguments(GREETING, step, step + " camunda:asyncAfter=\"true\"", "recordAnswer", "asynchronous"),
                arguments(GREETING, step, step + " camunda:class=\"a.B\"", "recordAnswer", "names a Java class"),
                arguments(
                        GREETING,
                        "<bpmn:incoming>toAnswerRecorded</bpmn:incoming>",
                        listener + "<bpmn:incoming>toAnswerRecorded</bpmn:incoming>",
                        "answerRecorded",
                        "carries a listener"),
                arguments(
                        GREETING,
                        "${sla.firstMark(visitorId, 'welcome')}",
                        "PT15M",
                        "welcomeOverdue",
                        "fixes a length of time"),
                arguments(GREETING, "targetRef=\"markReachedWelcome\"", "targetRef=\"seeOff\"", "seeOff", "waits on"));
    }

    static Stream<Arguments> brokenReferences() {
        String businessKey = "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />";
        String manner = "<camunda:inputParameter name=\"manner\">${null}</camunda:inputParameter>";
        String note = "<camunda:inputParameter name=\"note\">${null}</camunda:inputParameter>";
        return Stream.of(
                arguments(GREETING, "formRef=\"welcome\"", "formRef=\"hello\"", "welcome", "the form 'hello'"),
                arguments(GREETING, "decisionRef=\"welcome\"", "decisionRef=\"hello\"", "decideWelcome", "'hello'"),
                arguments(GREETING, "RefBinding=\"deployment\"", "RefBinding=\"latest\"", "decideWelcome", "binding"),
                arguments(GREETING, "calledElement=\"farewell\"", "calledElement=\"bye\"", "seeOff", "process 'bye'"),
                arguments(GREETING, businessKey, "", "seeOff", "business key"),
                arguments(GREETING, " camunda:resultVariable=\"manner\"", "", "decideWelcome", "in no variable"),
                arguments(GREETING, manner, "", "decideWelcome", "stay in the engine"),
                arguments(GREETING, note, "", "welcome", "would keep 'note' for ever"),
                arguments(GREETING, " camunda:isStartableInTasklist=\"false\"", "", "greeting", "started by hand"),
                arguments(FAREWELL, "name=\"cabArrived\"", "name=\"cabCame\"", "cabArrived", "a message nobody sends"));
    }

    static Stream<Arguments> brokenExpressions() {
        String step = "greetingTasks.recordAnswer(visitorId, answer, note)";
        String mark = "greetingTasks.markReached(visitorId, 'welcome')";
        String rate = "greetingTasks.rate(visitorId, ";
        String method = "greetingTasks.recordAnswer(";
        return Stream.of(
                arguments(
                        GREETING,
                        step,
                        step.replace("Tasks", ""),
                        "recordAnswer",
                        "'greeting', which does not exist; there are facts, greetingTasks, sla and visits"),
                arguments(
                        GREETING,
                        step,
                        step.replace("Answer", "Word"),
                        "recordAnswer",
                        "calls 'recordWord', a step that greetingTasks does not have; there are markReached, rate and recordAnswer"),
                arguments(
                        GREETING,
                        step,
                        method + "answer, note)",
                        "recordAnswer",
                        "2 arguments, but it takes 3: (visitorId, answer, note)"),
                arguments(GREETING, step, step.replace("note", "nota"), "recordAnswer", "'nota', which nobody sets"),
                arguments(GREETING, step, step.replace(")", ""), "recordAnswer", "cannot be read"),
                arguments(GREETING, mark, rate + "'somewhat', 3)", "markReachedWelcome", "one of [much, little]"),
                arguments(
                        GREETING,
                        mark,
                        rate + "'much', 'three')",
                        "markReachedWelcome",
                        "where a whole number is needed"),
                arguments(GREETING, "markReachedWelcome", "noteTheMark", "noteTheMark", "its id must begin with"),
                arguments(GREETING, ">${known}<", ">${unknown}<", "isKnown", "nobody sets"));
    }

    static Stream<Arguments> brokenTables() {
        String towns = "<text>\"Rome\",\"Paris\"</text>";
        String notYoung = "<text>null, &gt;= 30</text>";
        return Stream.of(
                arguments(WELCOME, "</decision>", "", "", "(line"),
                arguments(WELCOME, towns, "<text>\"Rome\",</text>", "youngTown", "cannot be read"),
                arguments(WELCOME, towns, "<text>Rome</text>", "youngTown", "needs quotes"),
                arguments(WELCOME, "<text>\"hearty\"</text>", "<text>hearty</text>", "youngManner", "needs quotes"),
                arguments(
                        WELCOME,
                        "<text>not(\"Rome\",\"Paris\")</text>",
                        "<text>not(\"Rome\")</text>",
                        "youngRow",
                        "fits together with youngElsewhereRow"),
                arguments(WELCOME, notYoung, "<text>&gt; 30</text>", "welcome", "has no rule when"),
                arguments(WELCOME, notYoung, "<text>&gt;= 30</text>", "welcome", "has no rule when nothing is known"),
                arguments(WELCOME, notYoung, "<text>\"old\"</text>", "oldAge", "where a number is needed"),
                arguments(WELCOME, notYoung, "<text>older(?)</text>", "oldAge", "function that does not exist"),
                arguments(WELCOME, " camunda:historyTimeToLive=\"P180D\"", "", "welcome", "historyTimeToLive"));
    }

    static Stream<Arguments> brokenForms() {
        return Stream.of(
                arguments(FORM, "\"type\": \"default\",", "\"type\": \"default\"", "", "is no JSON"),
                arguments(FORM, "\"id\": \"welcome\"", "\"id\": \"hello\"", "hello", "its file says 'welcome'"),
                arguments(FORM, "\"key\": \"note\"", "\"key\": \"answer\"", "answer", "is the key of two fields"));
    }
}
