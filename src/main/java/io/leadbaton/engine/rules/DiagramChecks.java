package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds every diagram of a policy against every rule. */
@Component
class DiagramChecks implements PolicyCheck {

    /** What each diagram shows by itself. */
    private static final List<DiagramRule> ALONE = List.of(
            NamingRules::faults,
            GatewayRules::faults,
            ShapeRules::faults,
            PlainModelRules::faults,
            TimerRules::faults,
            UserTaskRules::faults,
            WaitRules::faults);

    /** How it fits everything else; asked when all of that can be read, or one broken file would look like many. */
    private static final List<DiagramRule> TOGETHER = List.of(
            RecordingRules::faults,
            ReferenceRules::faults,
            MessageRules::faults,
            ExpressionRules::faults,
            WordRules::faults,
            OptionRules::faults,
            LoopRules::faults,
            RequiredRules::faults);

    /** What it promises; asked when nothing else is wrong, or each fault would be told as a promise without a timer, too. */
    private static final List<DiagramRule> PROMISES = List.of(AskingTimerRules::faults, PromiseRules::faults);

    /** What may be meant on purpose. */
    private static final List<DiagramRule> DOUBTS = List.of(PromiseRules::doubts, ReachRules::doubts);

    private final Seam seam;
    private final Vocabulary vocabulary;
    private volatile @Nullable DiagramFiles last;

    DiagramChecks(Seam seam, Vocabulary vocabulary) {
        this.seam = seam;
        this.vocabulary = vocabulary;
    }

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        DiagramFiles read = read(files);
        Library library = read.library(seam, vocabulary.of(files));
        Stream<Fault> alone = found(ALONE, library);
        Stream<Fault> together = read.areAllReadable()
                ? Stream.concat(found(TOGETHER, library), RequiredRules.missingProcesses(library))
                : Stream.empty();
        List<Fault> faults = Stream.of(read.faults().stream(), alone, together)
                .flatMap(found -> found)
                .toList();
        return faults.isEmpty() ? found(PROMISES, library).toList() : faults;
    }

    @Override
    public Collection<Fault> warnings(PolicyFiles files) {
        return found(DOUBTS, read(files).library(seam, vocabulary.of(files))).toList();
    }

    private static Stream<Fault> found(List<DiagramRule> rules, Library library) {
        return library.diagrams().stream()
                .flatMap(diagram -> rules.stream().flatMap(rule -> rule.faults(diagram, library)));
    }

    /** Faults and warnings are asked of the same files, one after the other. */
    private DiagramFiles read(PolicyFiles files) {
        DiagramFiles before = last;
        DiagramFiles read = before != null && before.hash().equals(files.hash()) ? before : DiagramFiles.of(files);
        last = read;
        return read;
    }
}
