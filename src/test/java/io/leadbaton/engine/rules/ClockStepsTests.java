package io.leadbaton.engine.rules;

import static io.leadbaton.lead.NewLeadFixtures.aColdLead;
import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.StepEffects;
import io.leadbaton.StepEffects.Effect;
import io.leadbaton.lead.Erasure;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.LeadMerged;
import io.leadbaton.lead.Signal;
import io.leadbaton.policy.ClauseSteps;
import io.leadbaton.policy.ClockSteps;
import io.leadbaton.policy.PolicySource;
import io.leadbaton.policy.StepAnswer;
import io.leadbaton.policy.Words;
import io.leadbaton.rep.Reps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** The table of steps that start and end clocks says what the steps do; a step that does anything else makes it fail. */
@LeadbatonTest
class ClockStepsTests {

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    StepEffects effects;

    @Autowired
    ClockSteps table;

    @Autowired
    Seam seam;

    @Autowired
    Reps reps;

    @Autowired
    Erasure erasure;

    @Autowired
    ApplicationEventPublisher publisher;

    @AfterEach
    void theClockGoesOn() {
        ClockUtil.reset();
        everybodyIsThere();
    }

    private void everybodyIsThere() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void saysWhatEveryStepDoesToTheClocks() {
        List<Effect> seen = effects.of(this::everyStory);

        assertThat(seen)
                .allSatisfy(
                        effect -> assertThat(effect.after()).as("open after it").isSubsetOf(allowed(effect)));
        assertThat(unseen(seen)).as("rows that no story showed").isEmpty();
    }

    @Test
    void saysWhereALeadStandsBehindAStep() {
        assertThat(effects.of(this::everyStory))
                .filteredOn(effect -> !effect.calls().isEmpty())
                .allSatisfy(effect ->
                        assertThat(effect.stands()).containsAllEntriesOf(table.leadStands(step(effect), word(effect))));
    }

    @Test
    void knowsWhereverALeadComesWhatMayRun() {
        Map<String, Set<String>> mayRun = new HashMap<>();
        walk().mayRun().forEach((node, clauses) -> mayRun.put(Diagram.stem(node.file()) + "/" + node.id(), clauses));

        assertThat(effects.of(this::everyStory))
                .filteredOn(effect -> !effect.process().equals("escalation"))
                .allSatisfy(effect -> assertThat(mayRun.get(effect.process() + "/" + effect.element()))
                        .containsAll(effect.before()));
    }

    private Set<String> allowed(Effect effect) {
        Set<String> allowed = new HashSet<>(effect.before());
        allowed.removeAll(table.endedByMessage(effect.element()));
        if (!effect.calls().isEmpty()) {
            allowed.removeAll(table.ended(step(effect), word(effect)));
            allowed.addAll(table.started(step(effect), word(effect)));
        }
        return allowed;
    }

    private static String step(Effect effect) {
        return Expressions.calls(effect.calls()).stream()
                .map(call -> call.bean() + "." + call.method())
                .findFirst()
                .orElse("");
    }

    /** Null for an answer that the table does not name. */
    private @Nullable String word(Effect effect) {
        List<@Nullable String> words = table.answersOf(step(effect));
        assertThat(words).as("answers of %s", step(effect)).containsAnyOf(effect.answer(), null);
        return words.contains(effect.answer()) ? effect.answer() : null;
    }

    private ClockWalk walk() {
        var files = new PolicySource(Path.of("")).read();
        List<Diagram> diagrams = files.names(".bpmn").stream()
                .map(file -> new Diagram(file, Bpmn.readModelFromStream(files.open(file))))
                .toList();
        Map<String, Course> courses =
                PromiseRules.courses(new Library(diagrams, Set.of(), Map.of(), seam, new Words(Map.of())));
        return new ClockWalk(courses, table).through(courses.get("lifecycle"));
    }

    /** Rows of the table that nothing confirmed. */
    private Set<String> unseen(List<Effect> seen) {
        Set<String> open = new TreeSet<>();
        for (ClauseSteps clause : table.clauses()) {
            clause.starts().stream()
                    .filter(start -> seen.stream().noneMatch(effect -> isThere(start, effect, clause, true)))
                    .forEach(start -> open.add(start + " starts " + clause.clause()));
            clause.ends().stream()
                    .filter(end -> seen.stream().noneMatch(effect -> isThere(end, effect, clause, false)))
                    .forEach(end -> open.add(end + " ends " + clause.clause()));
            clause.endingMessages().stream()
                    .filter(message ->
                            seen.stream().noneMatch(effect -> effect.element().equals(message)))
                    .forEach(message -> open.add(message + " ends " + clause.clause()));
        }
        table.endAll().stream()
                .filter(step -> seen.stream()
                        .noneMatch(effect -> step(effect).equals(step)
                                && !effect.before().isEmpty()
                                && effect.after().isEmpty()))
                .forEach(step -> open.add(step + " ends everything"));
        return open;
    }

    private boolean isThere(StepAnswer row, Effect effect, ClauseSteps clause, boolean starts) {
        return !effect.calls().isEmpty()
                && row.fits(step(effect), word(effect))
                && (starts ? effect.after() : effect.before()).contains(clause.clause())
                && !(starts ? effect.before() : effect.after()).contains(clause.clause());
    }

    private void everyStory() {
        deals();
        handoffs();
        rejections();
        holds();
        talks();
        failures();
        goodbyes();
    }

    private void deals() {
        LeadId won = talking();
        scenario.completes(won, "qualifyLead", Map.of("verdict", "talking"));
        scenario.hears(won, Signal.Type.REPLIED);
        scenario.completes(won, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(won, "openOpportunity");
        scenario.completes(won, "closeOpportunity", Map.of("result", "won"));
        LeadId lost = talking();
        scenario.completes(lost, "qualifyLead", Map.of("verdict", "qualified"));
        scenario.completes(lost, "openOpportunity");
        scenario.hears(lost, Signal.Type.LOST);
        scenario.completes(lost, "takeOver");
    }

    private void handoffs() {
        LeadId passed = scenario.arrives(aHotLead());
        scenario.runsOut(passed, "firstResponse");
        scenario.fires(passed, "acceptanceDue");
        while (!scenario.waitsAt(passed).contains("assignByHand")) {
            scenario.fires(passed, "acceptanceDue");
        }
        everybodyIsThere();
        scenario.completes(passed, "assignByHand", Map.of("rep", "rep2"));
        scenario.accepts(passed);
        LeadId senior = talking();
        scenario.completes(senior, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-need"));
        scenario.fires(senior, "takeOverDue");
        everybodyIsThere();
        scenario.completes(senior, "assignSenior", Map.of("rep", "rep2"));
        scenario.completes(senior, "takeOver");
    }

    private void rejections() {
        LeadId overturned = rejected();
        scenario.completes(overturned, "reviewRejection", Map.of("verdict", "overturn"));
        LeadId nurtured = rejected();
        scenario.completes(nurtured, "reviewRejection", Map.of("verdict", "nurture"));
        scenario.hears(nurtured, Signal.Type.REPLIED);
    }

    private void holds() {
        LeadId resumed = onHold();
        scenario.hears(resumed, Signal.Type.RESUME);
        LeadId replied = onHold();
        scenario.hears(replied, Signal.Type.REPLIED);
        LeadId over = onHold();
        scenario.fires(over, "holdEnds");
        scenario.runsOut(over, "disposition");
    }

    private void talks() {
        LeadId early = scenario.arrives(aColdLead());
        scenario.hears(early, Signal.Type.REPLIED);
        scenario.accepts(early);
        scenario.runsOut(early, "reply");
        scenario.completes(early, "qualifyLead", Map.of("verdict", "nurture"));
        LeadId silent = talking();
        scenario.completes(silent, "qualifyLead", Map.of("verdict", "silent"));
        scenario.tries(silent, "no-answer");
        scenario.hears(silent, Signal.Type.REPLIED);
    }

    private void failures() {
        LeadId useless = inWork();
        scenario.tries(useless, "wrong-data");
        LeadId corrected = inWork();
        scenario.tries(corrected, "no-answer");
        Http.as("manager1", port)
                .post("/api/v1/leads/" + corrected.value() + "/attempts/1/correction", "{\"outcome\": \"wrong-data\"}");
        LeadId unreachable = scenario.arrives(aLead(UUID.randomUUID() + "@example.com", null));
        scenario.hears(unreachable, Signal.Type.BOUNCED);
        scenario.accepts(unreachable);
        LeadId exhausted = inWork();
        while (scenario.waitsAt(exhausted).stream().anyMatch(Set.of("attemptPlanned", "makeAttempt")::contains)) {
            scenario.tries(exhausted, "no-answer");
        }
    }

    private void goodbyes() {
        scenario.hears(inWork(), Signal.Type.OPTED_OUT);
        LeadId merged = inWork();
        publisher.publishEvent(new LeadMerged(merged, merged));
        erasure.erase(inWork());
    }

    private LeadId inWork() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private LeadId talking() {
        LeadId lead = inWork();
        scenario.tries(lead, "connected");
        return lead;
    }

    private LeadId rejected() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.completes(lead, "acceptLead", Map.of("decision", "reject", "reason", "not-a-fit"));
        return lead;
    }

    private LeadId onHold() {
        LeadId lead = inWork();
        Instant until = ClockUtil.getCurrentTime().toInstant().plusSeconds(3600);
        scenario.hears(lead, new Signal(Signal.Type.HOLD, null, until, null, null));
        return lead;
    }
}
