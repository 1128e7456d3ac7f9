package io.leadbaton.engine;

import org.camunda.bpm.engine.RepositoryService;

/** A process of one or two elements, for one test. */
record Diagram(String elements) {

    private static final String FRAME = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="probe" isExecutable="true">
                <startEvent id="begun"/>
                <sequenceFlow id="toStep" sourceRef="begun" targetRef="step"/>
                %s
                <sequenceFlow id="toEnd" sourceRef="step" targetRef="done"/>
                <endEvent id="done"/>
              </process>
            </definitions>
            """;

    static Diagram calling(String expression) {
        return new Diagram("<serviceTask id=\"step\" camunda:expression=\"%s\"/>".formatted(expression));
    }

    /** A task for a person, then the step that calls the expression. */
    static Diagram afterTask(String expression) {
        return new Diagram("""
                <userTask id="step" camunda:assignee="rep1"/>
                <sequenceFlow id="toRecord" sourceRef="step" targetRef="record"/>
                <serviceTask id="record" camunda:expression="%s"/>
                """.formatted(expression));
    }

    void deploy(RepositoryService repository) {
        repository
                .createDeployment()
                .addString("probe.bpmn", FRAME.formatted(elements))
                .deploy();
    }
}
