package io.leadbaton.engine.rules;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Reads every decision as the engine would and tries it on every kind of lead it tells apart. */
@Component
class DecisionChecks implements PolicyCheck {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final List<AnswerCheck> demands;
    private final Map<String, Checked> last = new ConcurrentHashMap<>();

    /** Trying a table takes a while, and a save changes one file: the others need no second trial. */
    private record Checked(String text, List<Fault> faults) {}

    DecisionChecks(List<AnswerCheck> demands) {
        this.demands = demands;
    }

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        return files.names(".dmn").stream()
                .map(file -> checked(files, file))
                .flatMap(file -> file.faults().stream())
                .toList();
    }

    private Checked checked(PolicyFiles files, String file) {
        String text = files.text(file);
        return last.compute(
                file,
                (name, before) -> before != null && before.text().equals(text)
                        ? before
                        : new Checked(text, faults(files, file).toList()));
    }

    private Stream<Fault> faults(PolicyFiles files, String file) {
        try {
            Collection<Decision> decisions = DecisionFiles.decisions(files, file);
            engine.parseDecisions(files.open(file));
            Stream<Fault> unnamed =
                    decisions.stream().anyMatch(d -> Diagram.stem(file).equals(d.getId()))
                            ? Stream.empty()
                            : Stream.of(new Fault(file, null, "holds no decision called '" + Diagram.stem(file) + "'"));
            return Stream.concat(unnamed, decisions.stream().flatMap(decision -> decision(file, decision)));
        } catch (ModelException | DmnEngineException e) {
            return Stream.of(new Fault(file, null, Unreadable.reason(e)));
        }
    }

    private Stream<Fault> decision(String file, Decision decision) {
        Stream.Builder<Fault> faults = Stream.builder();
        if (Diagram.isBlank(decision.getName())) {
            faults.add(new Fault(file, decision.getId(), "has no name"));
        }
        if (Diagram.isBlank(decision.getCamundaHistoryTimeToLiveString())) {
            String reason = "does not say how long its history is kept (historyTimeToLive)";
            faults.add(new Fault(file, decision.getId(), reason));
        }
        if (decision.getExpression() instanceof DecisionTable table) {
            return Stream.concat(faults.build(), TableChecks.faults(file, Table.of(decision, table), demands));
        }
        if (decision.getExpression() instanceof LiteralExpression literal) {
            FeelText text = Feel.value(decision.getId(), literal.getText().getTextContent());
            if (text.unreadable() != null) {
                faults.add(new Fault(file, decision.getId(), "cannot be read: " + text.unreadable()));
            }
        }
        return faults.build();
    }
}
