package io.leadbaton.sla;

import static io.leadbaton.policy.StepAnswer.of;

import io.leadbaton.policy.ClauseSteps;
import io.leadbaton.policy.ClockSteps;
import io.leadbaton.policy.LeadStands;
import io.leadbaton.policy.StepAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of all promises to leads: which steps of the diagrams start a clock, and which steps and messages end it. */
@Configuration(proxyBeanMethods = false)
public class WhenClocksRun {

    private static final StepAnswer ASSIGN = of("handoffTasks.assignRep");
    private static final StepAnswer ASSIGN_BY_HAND = of("handoffTasks.recordHandAssignment");
    private static final StepAnswer ACCEPT_OR_REJECT = of("handoffTasks.recordAcceptance");
    private static final StepAnswer PASS_OVER = of("handoffTasks.passOver");
    private static final StepAnswer REVIEW = of("handoffTasks.recordReview");
    private static final StepAnswer CHOOSE_SENIOR = of("reassignmentTasks.chooseSenior");
    private static final StepAnswer SENIOR_BY_HAND = of("reassignmentTasks.recordSeniorByHand");
    private static final StepAnswer TAKE_OVER = of("reassignmentTasks.recordTakeOver");
    private static final StepAnswer PASS_OVER_SENIOR = of("reassignmentTasks.passOverSenior");
    private static final StepAnswer START = of("lifecycleTasks.startClocks");
    private static final StepAnswer PLAN_ATTEMPT = of("cadenceTasks.planNextAttempt");
    private static final StepAnswer ATTEMPT = of("cadenceTasks.logAttempt");
    private static final StepAnswer HOLD = of("cadenceTasks.holdLead");
    private static final StepAnswer ENGAGE = of("cadenceTasks.engageLead");
    private static final StepAnswer DISPOSE = of("cadenceTasks.disposeLead");
    private static final StepAnswer QUALIFY = of("qualificationTasks.recordQualification");
    private static final StepAnswer OPEN_DEAL = of("qualificationTasks.recordOpportunity");
    private static final StepAnswer CLOSE_DEAL = of("qualificationTasks.recordOutcome");
    private static final StepAnswer DEAL_CLOSED_ELSEWHERE = of("qualificationTasks.recordSignalledOutcome");

    private static final List<ClauseSteps> CLAUSES = List.of(
            clause(Clause.ACCEPTANCE)
                    .startedBy(ASSIGN.notAnswering(""), ASSIGN_BY_HAND, CHOOSE_SENIOR.notAnswering(""), SENIOR_BY_HAND)
                    .endedBy(ACCEPT_OR_REJECT, PASS_OVER, TAKE_OVER, PASS_OVER_SENIOR),
            clause(Clause.FIRST_RESPONSE)
                    .startedBy(START, REVIEW.answering("overturn"))
                    .endedBy(ATTEMPT, ACCEPT_OR_REJECT.answering("false"), QUALIFY),
            clause(Clause.PROCESSED)
                    .startedBy(START)
                    .endedBy(ATTEMPT, ACCEPT_OR_REJECT.answering("false"), DISPOSE, QUALIFY),
            clause(Clause.NEXT_ATTEMPT)
                    .startedBy(PLAN_ATTEMPT.answering("attempt"))
                    .endedBy(ATTEMPT, HOLD, ENGAGE)
                    .endedByMessage("dataFoundWrong"),
            // While the talk goes on the lead may write again.
            clause(Clause.REPLY).startedBy(ENGAGE).endedBy(QUALIFY.notAnswering("talking")),
            clause(Clause.DISPOSITION)
                    .startedBy(ACCEPT_OR_REJECT.answering("true"), TAKE_OVER)
                    .endedBy(DISPOSE, QUALIFY.notAnswering("talking", "silent")),
            clause(Clause.QUALIFICATION).startedBy(ENGAGE).endedBy(QUALIFY.notAnswering("talking")),
            clause(Clause.OPPORTUNITY).startedBy(QUALIFY.answering("qualified")).endedBy(OPEN_DEAL),
            clause(Clause.FOLLOW_UP).startedBy(OPEN_DEAL).endedBy(CLOSE_DEAL, DEAL_CLOSED_ELSEWHERE),
            clause(Clause.REJECTION_REVIEW)
                    .startedBy(ACCEPT_OR_REJECT.answering("false"))
                    .endedBy(REVIEW));

    private static final Map<String, Set<String>> ANSWERS = Map.of(
            ACCEPT_OR_REJECT.step(), Set.of("true", "false"),
            REVIEW.step(), Set.of("overturn", "nurture", "disqualified"),
            PLAN_ATTEMPT.step(), Set.of("attempt", "contact", "exhausted", "unreachable"),
            ENGAGE.step(), Set.of("engaged"),
            DISPOSE.step(), Set.of("nurture", "disqualified"),
            QUALIFY.step(), Set.of("qualified", "nurture", "disqualified", "silent", "talking"),
            CLOSE_DEAL.step(), Set.of("won", "lost"),
            DEAL_CLOSED_ELSEWHERE.step(), Set.of("won", "lost"));

    private static final List<LeadStands> STANDINGS = List.of(
            new LeadStands(ACCEPT_OR_REJECT.answering("true"), "WORKING", "cadence"),
            new LeadStands(ACCEPT_OR_REJECT.answering("false"), "REJECTED", "handoff"),
            new LeadStands(TAKE_OVER, "WORKING", "cadence"),
            new LeadStands(ENGAGE, "ENGAGED", "qualification"),
            new LeadStands(QUALIFY.answering("talking"), "ENGAGED", "qualification"),
            new LeadStands(QUALIFY.answering("silent"), "WORKING", "cadence"),
            new LeadStands(QUALIFY.answering("qualified"), "SQL", "qualification"),
            new LeadStands(OPEN_DEAL, "OPPORTUNITY", "qualification"));

    private static final ClockSteps ALL = new ClockSteps(
            CLAUSES,
            Set.of("lifecycleTasks.settleLead", "lifecycleTasks.suppressLead", "lifecycleTasks.letGo"),
            Set.of(HOLD.step()),
            Set.of(PLAN_ATTEMPT.step(), ENGAGE.step(), DISPOSE.step()),
            Set.of("escalationTasks.markReached"),
            ANSWERS,
            STANDINGS);

    @Bean
    public static ClockSteps clockSteps() {
        return ALL;
    }

    private static ClauseSteps clause(Clause clause) {
        return ClauseSteps.of(clause.wire(), clause.takesWorkAway());
    }
}
