package io.leadbaton.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.engine.ClassPathSeam;
import io.leadbaton.policy.AskedClause;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import io.leadbaton.policy.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped diagrams, changed as a process owner may change them by mistake. */
class WatchedPromisesTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();
    private static final Seam SEAM = ClassPathSeam.read();
    private static final Map<String, Diagram> READ = new HashMap<>();

    /** A timer of a shipped diagram and the promise it asks for. */
    record Asking(String file, String event, AskedClause asked) {

        @Override
        public String toString() {
            return "%s, %s: %s".formatted(file, event, asked);
        }
    }

    static Stream<Asking> timers() {
        return SHIPPED.names(".bpmn").stream()
                .flatMap(file -> read(file).getModelElementsByType(CatchEvent.class).stream()
                        .flatMap(event -> AskingTimers.date(event).flatMap(AskedClause::in).stream()
                                .map(asked -> new Asking(file, event.getId(), asked))));
    }

    @Test
    void findsNothingInTheShippedDiagrams() {
        assertThat(timers()).hasSizeGreaterThan(10);
        assertThat(found(SHIPPED, PromiseRules::faults)).isEmpty();
        assertThat(found(SHIPPED, AskingTimerRules::faults)).isEmpty();
        assertThat(found(SHIPPED, PromiseRules::doubts)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("timers")
    void refusesDiagramsThatLostATimer(Asking timer) {
        List<Fault> faults = faults(changed(timer.file(), model -> remove(model, timer.event())));

        assertThat(faults).anySatisfy(fault -> asksForA(timer, fault));
    }

    @ParameterizedTest
    @MethodSource("timers")
    void refusesATimerThatAsksForAnotherPromise(Asking timer) {
        String other = timer.asked().clause().equals("reply") ? "disposition" : "reply";
        List<Fault> faults = faults(changed(
                timer.file(),
                model -> write(
                        model, timer.event(), new AskedClause(timer.asked().function(), other).toString())));

        assertThat(faults).anySatisfy(fault -> asksForA(timer, fault));
    }

    private static void asksForA(Asking timer, Fault fault) {
        assertThat(fault.file()).isEqualTo(timer.file());
        assertThat(fault.element()).isNotBlank();
        assertThat(fault.reason())
                .startsWith("waits")
                .contains("while the promise '" + timer.asked().clause() + "' runs")
                .endsWith("add one as " + timer.asked());
    }

    @ParameterizedTest
    @MethodSource("timers")
    void understandsDoubleQuotesAndSpaces(Asking timer) {
        PolicyFiles files = changed(
                timer.file(),
                model -> write(
                        model,
                        timer.event(),
                        "${ sla.%s( leadId,\"%s\" ) }"
                                .formatted(
                                        timer.asked().function(), timer.asked().clause())));

        assertThat(faults(files)).isEmpty();
    }

    @Test
    void refusesATimerThatNobodyWouldFindAgain() {
        PolicyFiles files = changed(
                "processes/qualification.bpmn",
                model -> write(model, "qualificationDue", "${sla.firstMark(leadId, disposition)}"));

        assertThat(faults(files))
                .extracting(Fault::toString)
                .contains(
                        "processes/qualification.bpmn, qualificationDue (Qualification due): asks for a promise in a way in which it is not"
                                + " found when the clock moves: write ${sla.firstMark(leadId, '...')}");
    }

    @Test
    void refusesATimerBehindWhichAnotherPromiseIsEscalated() {
        PolicyFiles files = replaced(
                "processes/qualification.bpmn",
                "markReached(leadId, &#39;opportunity&#39;)",
                "markReached(leadId, &#39;followUp&#39;)");

        assertThat(faults(files))
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "processes/qualification.bpmn, opportunityDue (Opportunity due): asks for the promise 'opportunity', but no step behind"
                                + " it begins its escalation: call ${escalationTasks.markReached(leadId, 'opportunity')}",
                        "processes/qualification.bpmn, openOpportunity: waits while the promise 'opportunity' runs, and no"
                                + " timer around it asks for it and begins its escalation: add one as"
                                + " ${sla.firstMark(leadId, 'opportunity')}");
    }

    @Test
    void saysWhereATimerIsMissingThatSpansSeveralDiagrams() {
        assertThat(faults(changed("processes/lifecycle.bpmn", model -> remove(model, "firstResponseDue"))))
                .extracting(Fault::toString)
                .containsExactly(
                        "processes/lifecycle.bpmn, salesWork: waits (at acceptLead, assignByHand, assignSenior, attemptPlanned,"
                                + " closeOpportunity, holdEnds, makeAttempt, openOpportunity, qualifyLead, reviewRejection, takeOver) while the promise 'firstResponse' runs, and no timer around it asks"
                                + " for it and begins its escalation: add one as ${sla.firstMark(leadId, 'firstResponse')}");
    }

    @Test
    void refusesAnApprovalThatNobodyIsRemindedOf() {
        PolicyFiles files = changed("processes/qualification.bpmn", model -> approval(model, "talking"));

        assertThat(faults(files))
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        unwatched("approve", "disposition"),
                        unwatched("approve", "qualification"),
                        unwatched("approve", "reply"));
    }

    @Test
    void letsAManagerApproveWhatIsNoLongerPromised() {
        PolicyFiles files = changed("processes/qualification.bpmn", model -> approval(model, "disqualified"));

        assertThat(faults(files)).isEmpty();
    }

    private static String unwatched(String element, String clause) {
        return ("processes/qualification.bpmn, %s: waits while the promise '%s' runs, and no timer around it asks for it and begins"
                        + " its escalation: add one as ${sla.firstMark(leadId, '%<s')}")
                .formatted(element, clause);
    }

    private static List<Fault> faults(PolicyFiles files) {
        return Stream.of((DiagramRule) PromiseRules::faults, AskingTimerRules::faults)
                .flatMap(rule -> found(files, rule).stream())
                .toList();
    }

    private static List<Fault> found(PolicyFiles files, DiagramRule rule) {
        List<Diagram> diagrams = files.names(".bpmn").stream()
                .map(file -> READ.computeIfAbsent(
                        files.text(file), text -> new Diagram(file, Bpmn.readModelFromStream(files.open(file)))))
                .toList();
        Library library = new Library(diagrams, DecisionFiles.ids(files), Map.of(), SEAM, new Words(Map.of()));
        return diagrams.stream()
                .flatMap(diagram -> rule.faults(diagram, library))
                .toList();
    }

    /** A manager is asked between a ruling and its consequences. */
    private static void approval(BpmnModelInstance model, String ruling) {
        SequenceFlow way = model.getModelElementById("qualifyingToQualified");
        ExclusiveGateway asked = add(model, ExclusiveGateway.class, "approvalNeeded");
        UserTask approve = add(model, UserTask.class, "approve");
        FlowNode qualified = model.getModelElementById("qualified");
        way.getTarget().getIncoming().remove(way);
        way.setTarget(asked);
        asked.getIncoming().add(way);
        SequenceFlow needed = flow(model, asked, approve);
        ConditionExpression condition = model.newInstance(ConditionExpression.class);
        condition.setTextContent("${disposition == '" + ruling + "' && leads.facts(leadId).total >= 80}");
        needed.setConditionExpression(condition);
        asked.setDefault(flow(model, asked, qualified));
        flow(model, approve, qualified);
    }

    private static <T extends FlowElement> T add(BpmnModelInstance model, Class<T> type, String id) {
        T added = model.newInstance(type, id);
        model.getModelElementById("qualification").addChildElement(added);
        return added;
    }

    private static SequenceFlow flow(BpmnModelInstance model, FlowNode from, FlowNode to) {
        SequenceFlow flow = add(model, SequenceFlow.class, from.getId() + "To" + to.getId());
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
        return flow;
    }

    private static BpmnModelInstance read(String file) {
        return Bpmn.readModelFromStream(SHIPPED.open(file));
    }

    private static void remove(BpmnModelInstance model, String event) {
        BoundaryEvent timer = model.getModelElementById(event);
        List.copyOf(timer.getOutgoing()).forEach(flow -> flow.getParentElement().removeChildElement(flow));
        timer.getParentElement().removeChildElement(timer);
    }

    private static void write(BpmnModelInstance model, String event, String date) {
        CatchEvent timer = model.getModelElementById(event);
        timer.getChildElementsByType(TimerEventDefinition.class)
                .iterator()
                .next()
                .getTimeDate()
                .setTextContent(date);
    }

    private static PolicyFiles changed(String file, Consumer<BpmnModelInstance> change) {
        BpmnModelInstance model = read(file);
        change.accept(model);
        return with(file, Bpmn.convertToString(model));
    }

    private static PolicyFiles replaced(String file, String text, String instead) {
        assertThat(SHIPPED.text(file)).contains(text);
        return with(file, SHIPPED.text(file).replace(text, instead));
    }

    private static PolicyFiles with(String file, String text) {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(file, text.getBytes(UTF_8));
        return new PolicyFiles(files);
    }
}
