package io.leadbaton.engine.rules;

import io.leadbaton.policy.AnswerCheck;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.Vocabulary;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Vocabulary vocabulary;
    private final Map<String, Checked> last = new ConcurrentHashMap<>();

    /** Trying a table takes a while, and a save changes one file: the others need no second trial. */
    private record Checked(String file, String text, List<Fault> faults, List<Fault> doubts, List<Table> tables) {}

    DecisionChecks(List<AnswerCheck> demands, Vocabulary vocabulary) {
        this.demands = demands;
        this.vocabulary = vocabulary;
    }

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        Words words = vocabulary.of(files);
        return checked(files).flatMap(file -> faults(file, words)).toList();
    }

    /** A fact that nobody knows may also look like a word without quotes: told once. */
    private Stream<Fault> faults(Checked file, Words words) {
        List<Fault> facts = words(file, words).flatMap(TableWords::faults).toList();
        Stream<Fault> others = file.faults().stream()
                .filter(fault -> facts.stream().noneMatch(fact -> Objects.equals(fact.element(), fault.element())));
        return Stream.concat(facts.stream(), others);
    }

    @Override
    public Collection<Fault> warnings(PolicyFiles files) {
        List<Table> tables =
                checked(files).flatMap(file -> file.tables().stream()).toList();
        Words words = vocabulary.of(files).with(WordKind.LEAD_TYPE, LeadTypes.of(tables));
        return checked(files)
                .flatMap(file ->
                        Stream.concat(file.doubts().stream(), words(file, words).flatMap(TableWords::doubts)))
                .toList();
    }

    private Stream<TableWords> words(Checked file, Words words) {
        return file.tables().stream().map(table -> new TableWords(file.file(), table, demands, words));
    }

    private Stream<Checked> checked(PolicyFiles files) {
        return files.names(".dmn").stream().map(file -> checked(files, file));
    }

    private Checked checked(PolicyFiles files, String file) {
        String text = files.text(file);
        return last.compute(
                file,
                (name, before) -> before != null && before.text().equals(text) ? before : read(files, file, text));
    }

    private Checked read(PolicyFiles files, String file, String text) {
        Checked read = new Checked(file, text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        faults(files, file, read).forEach(read.faults()::add);
        return read;
    }

    private Stream<Fault> faults(PolicyFiles files, String file, Checked read) {
        try {
            Collection<Decision> decisions = DecisionFiles.decisions(files, file);
            engine.parseDecisions(files.open(file));
            Stream<Fault> unnamed =
                    decisions.stream().anyMatch(d -> Diagram.stem(file).equals(d.getId()))
                            ? Stream.empty()
                            : Stream.of(new Fault(file, null, "holds no decision called '" + Diagram.stem(file) + "'"));
            return Stream.concat(unnamed, decisions.stream().flatMap(decision -> decision(file, decision, read)));
        } catch (ModelException | DmnEngineException e) {
            return Stream.of(new Fault(file, null, Unreadable.reason(e)));
        }
    }

    private Stream<Fault> decision(String file, Decision decision, Checked read) {
        Stream.Builder<Fault> faults = Stream.builder();
        if (Diagram.isBlank(decision.getName())) {
            faults.add(new Fault(file, decision.getId(), "has no name"));
        }
        if (Diagram.isBlank(decision.getCamundaHistoryTimeToLiveString())) {
            String reason = "does not say how long its history is kept (historyTimeToLive)";
            faults.add(new Fault(file, decision.getId(), reason));
        }
        if (decision.getExpression() instanceof DecisionTable table) {
            Table cells = Table.of(decision, table);
            TableChecks.Result result = TableChecks.of(file, cells, demands);
            read.tables().add(cells);
            read.doubts().addAll(result.doubts());
            return Stream.concat(faults.build(), result.faults().stream());
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
