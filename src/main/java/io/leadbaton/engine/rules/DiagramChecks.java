package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Holds every diagram of a policy against every rule. */
@Component
class DiagramChecks implements PolicyCheck {

    private static final List<DiagramRule> RULES = List.of(
            NamingRules::faults,
            GatewayRules::faults,
            ShapeRules::faults,
            PlainModelRules::faults,
            TimerRules::faults,
            UserTaskRules::faults,
            RecordingRules::faults,
            WaitRules::faults,
            ReferenceRules::faults,
            MessageRules::faults,
            ExpressionRules::faults,
            AskingTimerRules::faults,
            PromiseRules::faults);

    /** What may be meant on purpose. */
    private static final List<DiagramRule> DOUBTS = List.of(PromiseRules::doubts);

    private final Seam seam;

    DiagramChecks(Seam seam) {
        this.seam = seam;
    }

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(found(RULES, files, faults));
        return faults;
    }

    @Override
    public Collection<Fault> warnings(PolicyFiles files) {
        return found(DOUBTS, files, new ArrayList<>());
    }

    private List<Fault> found(List<DiagramRule> rules, PolicyFiles files, List<Fault> unreadable) {
        List<Fault> found = new ArrayList<>();
        List<Diagram> diagrams = diagrams(files, unreadable);
        Library library = new Library(diagrams, DecisionFiles.ids(files), FormChecks.forms(files), seam);
        for (Diagram diagram : diagrams) {
            rules.stream().flatMap(rule -> rule.faults(diagram, library)).forEach(found::add);
        }
        return found;
    }

    private static List<Diagram> diagrams(PolicyFiles files, List<Fault> faults) {
        List<Diagram> diagrams = new ArrayList<>();
        for (String file : files.names(".bpmn")) {
            try {
                diagrams.add(new Diagram(file, Bpmn.readModelFromStream(files.open(file))));
            } catch (ModelException e) {
                faults.add(new Fault(file, null, Unreadable.reason(e)));
            }
        }
        return diagrams;
    }
}
