package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Lets the engine itself read every diagram, all of them, where a deployment would stop at the first it cannot run. */
@Component
class EngineParseCheck implements PolicyCheck {

    private final ProcessEngineConfigurationImpl engine;

    EngineParseCheck(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        return files.names(".bpmn").stream()
                .flatMap(file -> engine.getCommandExecutorTxRequired().execute(context -> parse(files, file)))
                .toList();
    }

    @Override
    public boolean comesLast() {
        return true;
    }

    private Stream<Fault> parse(PolicyFiles files, String file) {
        try {
            new BpmnParser(engine.getExpressionManager(), engine.getBpmnParseFactory())
                    .createParse()
                    .sourceInputStream(files.open(file))
                    .deployment(new DeploymentEntity())
                    .name(file)
                    .execute();
            return Stream.empty();
        } catch (ParseException e) {
            List<ResourceReport> reports = e.getResorceReports();
            return reports.stream()
                    .map(ResourceReport::getErrors)
                    .flatMap(List::stream)
                    .map(p -> fault(file, p));
        } catch (ProcessEngineException e) {
            return Stream.of(new Fault(file, null, "cannot be run by the engine: " + e.getMessage()));
        }
    }

    private static Fault fault(String file, Problem problem) {
        String reason = "cannot be run by the engine: " + problem.getMessage() + " (line " + problem.getLine() + ")";
        return new Fault(file, problem.getMainElementId(), reason);
    }
}
