package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.toSet;

import io.leadbaton.engine.rules.ClockWalk.Unwatched;
import io.leadbaton.policy.ClauseSteps;
import io.leadbaton.policy.ClockSteps;
import io.leadbaton.policy.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** No promise without a timer: wherever a lead waits while a clock may run, a timer around that place asks about it. */
final class PromiseRules {

    private static final String PROMISES = "slaPolicy";

    private PromiseRules() {}

    static Stream<Fault> faults(Diagram diagram, Library library) {
        return walks(diagram, library).flatMap(walk -> UnwatchedPlaces.of(walk, each -> !each.unclear(), "waits"));
    }

    /** Where a way depends on an answer that cannot be followed, and promises that no diagram keeps. */
    static Stream<Fault> doubts(Diagram diagram, Library library) {
        return walks(diagram, library)
                .flatMap(walk -> Stream.concat(
                        UnwatchedPlaces.of(walk, Unwatched::unclear, "may wait"),
                        neverStarted(diagram, library, walk)));
    }

    /** One for each process of the diagram that no other one calls. */
    private static Stream<ClockWalk> walks(Diagram diagram, Library library) {
        ClockSteps clocks = library.seam().clocks();
        if (clocks.clauses().isEmpty()
                || diagram.all(CallActivity.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        Map<String, Course> courses = courses(library);
        return diagram.processIds()
                .filter(process -> !isCalled(process, library))
                .flatMap(process -> Stream.ofNullable(courses.get(process)))
                .map(course -> new ClockWalk(courses, clocks).through(course));
    }

    static Map<String, Course> courses(Library library) {
        AskingTimers timers = new AskingTimers(library.seam().clocks());
        Map<String, Course> courses = new HashMap<>();
        library.diagrams().forEach(diagram -> courses.putAll(CourseReader.read(diagram, timers)));
        return courses;
    }

    private static boolean isCalled(String process, Library library) {
        return library.diagrams().stream()
                .flatMap(caller -> caller.all(CallActivity.class))
                .anyMatch(call -> process.equals(call.getCalledElement()));
    }

    private static Stream<Fault> neverStarted(Diagram diagram, Library library, ClockWalk walk) {
        Set<String> started =
                walk.mayRun().values().stream().flatMap(Set::stream).collect(toSet());
        return started.isEmpty() || !library.decisions().contains(PROMISES)
                ? Stream.empty()
                : library.seam().clocks().clauses().stream()
                        .map(ClauseSteps::clause)
                        .filter(Predicate.not(started::contains))
                        .map(clause -> new Fault(
                                diagram.file(),
                                null,
                                "never starts the clock of '%s', which %s promises".formatted(clause, PROMISES)));
    }
}
