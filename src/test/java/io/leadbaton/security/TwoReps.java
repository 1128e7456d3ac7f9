package io.leadbaton.security;

import org.camunda.bpm.engine.RepositoryService;

/** A task with a form for rep1, that a message takes away for rep2 and a verdict sends to sales operations. */
final class TwoReps {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="handOnMessage" name="handOn"/>
              <process id="twoReps" isExecutable="true">
                <startEvent id="begun"/>
                <sequenceFlow id="toFirst" sourceRef="begun" targetRef="forFirst"/>
                <userTask id="forFirst" name="First" camunda:assignee="rep1"
                          camunda:formRef="twoReps" camunda:formRefBinding="deployment"/>
                <boundaryEvent id="handedOn" attachedToRef="forFirst"><messageEventDefinition id="handingOn" messageRef="handOnMessage"/></boundaryEvent>
                <sequenceFlow id="toSecond" sourceRef="handedOn" targetRef="forSecond"/>
                <userTask id="forSecond" name="Second" camunda:assignee="rep2"/>
                <sequenceFlow id="toEndOfSecond" sourceRef="forSecond" targetRef="secondDone"/>
                <endEvent id="secondDone"/>
                <sequenceFlow id="toGroup" sourceRef="forFirst" targetRef="forGroup"/>
                <userTask id="forGroup" name="Group" camunda:candidateGroups="sales-operations"/>
                <sequenceFlow id="toEnd" sourceRef="forGroup" targetRef="done"/>
                <endEvent id="done"/>
              </process>
            </definitions>
            """;

    private static final String FORM = """
            {"id": "twoReps", "type": "default", "schemaVersion": 16, "components": [
              {"type": "textfield", "id": "verdictField", "key": "verdict", "label": "Verdict"},
              {"type": "group", "id": "more", "components": [{"type": "textarea", "id": "noteField", "key": "note", "label": "Note"}]}]}
            """;

    private TwoReps() {}

    static void deploy(RepositoryService repository) {
        repository
                .createDeployment()
                .addString("twoReps.bpmn", PROCESS)
                .addString("twoReps.form", FORM)
                .deploy();
    }
}
