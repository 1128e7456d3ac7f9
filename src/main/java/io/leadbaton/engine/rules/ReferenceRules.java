package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Forms, decisions and called processes exist in the same policy, and a lead keeps those of the version it started under. */
final class ReferenceRules {

    private ReferenceRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        Found found = new Found(diagram, library, Stream.builder());
        diagram.all(UserTask.class)
                .forEach(task -> found.form(
                        task, task.getCamundaFormKey(), task.getCamundaFormRef(), task.getCamundaFormRefBinding()));
        diagram.all(StartEvent.class)
                .forEach(start -> found.form(
                        start, start.getCamundaFormKey(), start.getCamundaFormRef(), start.getCamundaFormRefBinding()));
        diagram.all(BusinessRuleTask.class).forEach(found::decision);
        diagram.all(CallActivity.class).forEach(found::call);
        diagram.all(Process.class).forEach(found::startable);
        return found.faults.build();
    }

    private record Found(Diagram diagram, Library library, Stream.Builder<Fault> faults) {

        void add(BaseElement element, String reason) {
            faults.add(diagram.fault(element, reason));
        }

        void form(BaseElement element, String key, String ref, String binding) {
            if (key != null) {
                add(element, "names a form by key: use formRef");
            }
            if (ref != null) {
                exists(element, "form", ref, library.forms().containsKey(ref));
                bound(element, "form", binding);
            }
        }

        void decision(BusinessRuleTask task) {
            String ref = task.getCamundaDecisionRef();
            if (ref == null) {
                add(task, "asks no decision");
                return;
            }
            exists(task, "decision", ref, library.decisions().contains(ref));
            bound(task, "decision", task.getCamundaDecisionRefBinding());
            String result = task.getCamundaResultVariable();
            if (result == null) {
                add(task, "keeps the decision's result in no variable: name it under 'Result variable'");
            } else if (RecordingRules.inputs(task).noneMatch(input -> result.equals(input.getCamundaName()))) {
                add(task, "lets '" + result + "' stay in the engine: declare it as its own ${null} input");
            }
        }

        void call(CallActivity call) {
            String called = call.getCalledElement();
            if (called == null) {
                add(call, "calls no process");
                return;
            }
            exists(
                    call,
                    "process",
                    called,
                    library.diagrams().stream().anyMatch(d -> d.processIds().anyMatch(called::equals)));
            bound(call, "process", call.getCamundaCalledElementBinding());
            if (Diagram.extensions(call, CamundaIn.class).stream()
                    .noneMatch(in -> in.getCamundaBusinessKey() != null)) {
                add(call, "does not pass the business key on, so no signal would reach the called process");
            }
            boolean all =
                    Diagram.extensions(call, CamundaIn.class).stream().anyMatch(in -> in.getCamundaVariables() != null)
                            || Diagram.extensions(call, CamundaOut.class).stream()
                                    .anyMatch(out -> out.getCamundaVariables() != null);
            if (all) {
                add(call, "hands over all variables: name the ones that are needed");
            }
        }

        void startable(Process process) {
            boolean form = process.getChildElementsByType(StartEvent.class).stream()
                    .anyMatch(start -> start.getCamundaFormRef() != null);
            if (process.isCamundaStartableInTasklist() && !form) {
                add(process, "could be started by hand without a form: set isStartableInTasklist to false");
            }
        }

        private void exists(BaseElement element, String kind, String name, boolean exists) {
            if (!exists) {
                add(element, "names the " + kind + " '" + name + "', which does not exist");
            }
        }

        private void bound(BaseElement element, String kind, String binding) {
            if (!"deployment".equals(binding)) {
                add(element, "must take the " + kind + " of its own version (binding 'deployment')");
            }
        }
    }
}
