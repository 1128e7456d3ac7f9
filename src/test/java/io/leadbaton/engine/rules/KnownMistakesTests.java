package io.leadbaton.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Mistakes that owners made in the files we ship, one at a time, and every line they read about it. */
@LeadbatonTest
class KnownMistakesTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();

    private static final String CADENCE = "processes/cadence.bpmn";
    private static final String HANDOFF = "processes/handoff.bpmn";
    private static final String LIFECYCLE = "processes/lifecycle.bpmn";
    private static final String QUALIFICATION = "processes/qualification.bpmn";
    private static final String CADENCE_PLAN = "processes/cadencePlan.dmn";
    private static final String LEAD_TYPE = "processes/leadType.dmn";
    private static final String ROUTING = "processes/routing.dmn";
    private static final String SLA_POLICY = "processes/slaPolicy.dmn";

    @Autowired
    PolicyChecks checks;

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource({"ids", "forms", "words", "calls", "ways", "tables"})
    void tells(String file, String passage, String instead, List<String> told) {
        assertThat(SHIPPED.text(file)).contains(passage);
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(file, SHIPPED.text(file).replace(passage, instead).getBytes(UTF_8));

        assertThat(told(files)).isEqualTo(told);
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                arguments(
                        CADENCE,
                        "logAttempt\"",
                        "writeAttempt\"",
                        refused(
                                CADENCE
                                        + ", writeAttempt (Log attempt): calls 'logAttempt': its id must begin with that name")),
                arguments(
                        CADENCE,
                        "\"holdEnds\"",
                        "\"holdOver\"",
                        refused(CADENCE + ", holdEnds: is missing: the signal 'resume' looks for this id to end a hold;"
                                + " give the element its id back")),
                arguments(
                        QUALIFICATION,
                        "qualifyLead\"",
                        "ruleOnLead\"",
                        refused(
                                QUALIFICATION + ", qualifyLead: is missing: the correction of an attempt looks for this"
                                        + " id to go back to the contact plan; give the element its id back",
                                QUALIFICATION
                                        + ", ruleOnLead (Qualify lead): names the form 'ruleOnLead', which does not"
                                        + " exist")),
                arguments(
                        CADENCE,
                        "name=\"held\"",
                        "name=\"onHold\"",
                        refused(CADENCE + ", held (Put on hold): waits for 'onHold', a message nobody sends; there are"
                                + " clockStopped, dataFoundWrong, erased, held, meetingBooked, merged,"
                                + " opportunityClosed, optedOut, reawakened and replied")));
    }

    static Stream<Arguments> forms() {
        String offered =
                "forms/acceptLead.form, decision (Your answer): offers 'acept', which recordAcceptance does not"
                        + " take; did you mean 'accept'? There are accept and reject";
        String kept = CADENCE + ", logAttempt (Log attempt): ";
        String reviewed = " is not followed by the one step that records the answer; steps that take its fields: "
                + "handoffTasks.recordAcceptance(leadId, decision, reason, note)";
        return Stream.of(
                arguments("forms/acceptLead.form", "\"value\": \"accept\"", "\"value\": \"acept\"", refused(offered)),
                arguments(
                        "forms/makeAttempt.form",
                        "\"key\": \"note\"",
                        "\"key\": \"comment\"",
                        refused(
                                kept + "does not take 'comment', a field of the form makeAttempt",
                                kept + "takes 'note', but the form makeAttempt has no such field")),
                arguments(
                        "forms/takeOver.form",
                        "\"id\": \"takeOver\"",
                        "\"id\": \"takeover\"",
                        refused(
                                "forms/takeOver.form, takeover: has the id 'takeover', but its file says 'takeOver'",
                                "processes/reassignment.bpmn, takeOver (Take over the lead): names the form 'takeOver',"
                                        + " which does not exist")),
                arguments(
                        HANDOFF,
                        "sourceRef=\"acceptLead\" targetRef=\"recordAcceptance\"",
                        "sourceRef=\"acceptLead\" targetRef=\"acceptanceEnded\"",
                        refused(HANDOFF + ", acceptLead (Accept or reject lead):" + reviewed)));
    }

    static Stream<Arguments> words() {
        String asked = "sla.firstMark(leadId, 'qualification')";
        List<String> noClause = refused(QUALIFICATION + ", qualificationDue (Qualification due): 'qualificaton' is no"
                + " clause; did you mean 'qualification'? There are acceptance, disposition, firstResponse, followUp,"
                + " mqlDelivery, nextAttempt, opportunity, processed, qualification, rejectionReview and reply");
        return Stream.of(
                arguments(QUALIFICATION, asked, "sla.firstMark(leadId, 'qualificaton')", noClause),
                arguments(QUALIFICATION, asked, "sla.firstMark( leadId , \"qualificaton\" )", noClause),
                arguments(QUALIFICATION, asked, "sla.firstMark(leadId, \"qualification\")", List.of()),
                arguments(
                        QUALIFICATION,
                        "disposition == 'qualified'",
                        "disposition == 'qualifed'",
                        refused(QUALIFICATION + ", qualifiedToOpenOpportunity (yes): asks whether 'disposition' is"
                                + " 'qualifed', which nothing answers; did you mean 'qualified'? There are"
                                + " disqualified, lost, nurture, qualified, silent, talking and won")),
                arguments(
                        LIFECYCLE,
                        "disposition == 'engaged'",
                        "\"enganged\" == disposition",
                        refused(
                                LIFECYCLE + ", contactMadeToQualification (yes): asks whether 'disposition' is"
                                        + " 'enganged', which nothing answers; did you mean 'engaged'? There are"
                                        + " disqualified, engaged, lost, nurture, overturn, qualified, silent, talking and won")),
                arguments(
                        HANDOFF,
                        "recordAcceptance(leadId, decision,",
                        "recordAcceptance(leadId, decision == 'accept' ? 'acept' : decision,",
                        refused(
                                HANDOFF + ", recordAcceptance (Record the decision): calls 'recordAcceptance' with"
                                        + " 'acept', which it does not take; did you mean 'accept'? There are accept and reject")),
                arguments(
                        HANDOFF,
                        "candidateGroups=\"marketing\"",
                        "candidateGroups=\"marketting\"",
                        refused(HANDOFF
                                + ", reviewRejection (Review rejection): is offered to nobody: 'marketting' is no"
                                + " group; did you mean 'marketing'? There are camunda-admin, marketing, process-owner,"
                                + " rep, sales-manager, sales-operations and senior-rep")));
    }

    static Stream<Arguments> calls() {
        String hold = "${cadenceTasks.holdLead(leadId)}";
        String place = CADENCE + ", holdLead (Put lead on hold): ";
        return Stream.of(
                arguments(
                        CADENCE,
                        hold,
                        "${cadenceTasks.putOnHold(leadId)}",
                        refused(place
                                + "calls 'putOnHold', a step that cadenceTasks does not have; there are adoptPlan,"
                                + " disposeLead, engageLead, holdEndsAt, holdLead, logAttempt, nextAttemptAt,"
                                + " nextChannel and planNextAttempt")),
                arguments(
                        CADENCE,
                        hold,
                        "${cadenceTask.holdLead(leadId)}",
                        refused(place + "calls 'cadenceTask', which does not exist; did you mean 'cadenceTasks'?")),
                arguments(
                        CADENCE,
                        hold,
                        "${cadenceTasks.holdLead(leadID)}",
                        refused(place + "uses 'leadID', which nobody sets in cadence; did you mean 'leadId'?")),
                arguments(
                        CADENCE,
                        hold,
                        "${cadenceTasks.holdLead(leadId)",
                        refused(place + "has an expression that cannot be read: Error parsing"
                                + " '${cadenceTasks.holdLead(leadId)': syntax error at position 31, encountered 'null',"
                                + " expected '}'")),
                arguments(
                        HANDOFF,
                        "assignRep(leadId, team, skill, maxReps)",
                        "assignRep(leadId, team, skill)",
                        refused(HANDOFF
                                + ", assignRep (Assign a rep): calls 'assignRep' with 3 arguments, but it takes 4:"
                                + " (leadId, team, skill, maxReps)")));
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                arguments(
                        HANDOFF,
                        "sourceRef=\"repFound\" targetRef=\"acceptance\"",
                        "sourceRef=\"repFound\" targetRef=\"assignRep\"",
                        refused(
                                HANDOFF
                                        + ", repFound (Rep found?): leads back without a wait, so that a lead would run in"
                                        + " a circle for ever (assignRep, repFound): draw a task, a timer or a message into it")),
                arguments(
                        LIFECYCLE,
                        "sourceRef=\"howEnded\" targetRef=\"leadWon\"",
                        "sourceRef=\"howEnded\" targetRef=\"leadLost\"",
                        doubted(LIFECYCLE + ", leadWon (Lead won): is never reached: no way leads there")));
    }

    static Stream<Arguments> tables() {
        String types =
                "There are chat, event, imported, inbound, live-transfer, purchased, recycled, referral and webinar";
        String channels =
                "There are api, chat, event, import, live-transfer, phone, purchased, referral, web-form and webinar";
        String plan = "There are email, linkedin, phone, sms and whatsapp";
        String never = "waits for a value that never comes: ";
        return Stream.of(
                arguments(
                        CADENCE_PLAN,
                        "<text>lead.leadType</text>",
                        "<text>lead.leadTyp</text>",
                        refused(CADENCE_PLAN
                                + ", leadTypeInput (column Lead type): asks for 'lead.leadTyp', which is no"
                                + " fact of a lead; did you mean 'lead.leadType'?")),
                arguments(
                        CADENCE_PLAN,
                        "<text>lead.leadType</text>",
                        "<text>led.leadType</text>",
                        refused(CADENCE_PLAN
                                + ", leadTypeInput (column Lead type): asks for 'led.leadType', which is no"
                                + " fact of a lead; did you mean 'lead.leadType'?")),
                arguments(
                        CADENCE_PLAN,
                        "\"event\", \"webinar\"",
                        "\"event\", \"webinr\"",
                        doubted(CADENCE_PLAN + ", metUsWhenLeadType (row 8, column Lead type): " + never
                                + "'webinr' is no lead type; did you mean 'webinar'? " + types)),
                arguments(
                        "processes/leadScore.dmn",
                        "<text>\"web-form\"</text>",
                        "<text>\"webform\"</text>",
                        doubted("processes/leadScore.dmn, sentFormWhenChannel (row 6, column Channel): " + never
                                + "'webform' is no channel; did you mean 'web-form'? " + channels)),
                arguments(
                        LEAD_TYPE,
                        "<text>\"live-transfer\"</text>\n        </inputEntry>",
                        "<text>\"live transfer \"</text>\n        </inputEntry>",
                        doubted(LEAD_TYPE + ", byLiveTransferWhenChannel (row 5, column Channel): " + never
                                + "'live transfer ' is no channel; did you mean 'live-transfer'? " + channels)),
                arguments(
                        LEAD_TYPE,
                        "<outputEntry id=\"inWebinarThenLeadType\">\n          <text>\"webinar\"",
                        "<outputEntry id=\"inWebinarThenLeadType\">\n          <text>\"webinair\"",
                        doubted(LEAD_TYPE + ", inWebinarThenLeadType (row 7, column leadType): 'webinair' is no lead"
                                + " type; did you mean 'webinar'? " + types)),
                arguments(
                        CADENCE_PLAN,
                        "<text>\"phone, email\"</text>\n        </outputEntry>\n        <outputEntry id=\"metUsThenGaps\">",
                        "<text>\"phnoe, emial\"</text>\n        </outputEntry>\n        <outputEntry id=\"metUsThenGaps\">",
                        doubted(
                                CADENCE_PLAN
                                        + ", metUsThenChannels (row 8, column channels): 'emial' is no channel of an"
                                        + " attempt; did you mean 'email'? " + plan,
                                CADENCE_PLAN
                                        + ", metUsThenChannels (row 8, column channels): 'phnoe' is no channel of an"
                                        + " attempt; did you mean 'phone'? " + plan)),
                arguments(
                        ROUTING,
                        "<outputEntry id=\"anyLeadThenTeam\">\n          <text>\"inside\"",
                        "<outputEntry id=\"anyLeadThenTeam\">\n          <text>\"insdie\"",
                        doubted(ROUTING
                                + ", anyLeadThenTeam (row 5, column team): 'insdie' is no team that a rep is in;"
                                + " did you mean 'inside'?")),
                arguments(
                        ROUTING,
                        "<outputEntry id=\"anyLeadThenTeam\">\n          <text>\"inside\"",
                        "<outputEntry id=\"anyLeadThenTeam\">\n          <text>50",
                        refused(
                                ROUTING
                                        + ", anyLeadThenTeam (row 5, column team): answers 50 where a text in quotes is needed")),
                arguments(
                        CADENCE_PLAN,
                        "<text>\"referral\"</text>",
                        "<text></text>",
                        doubted(CADENCE_PLAN + ", metUs: rows 8 to 12 never decide: row 7 takes all these leads")),
                arguments(
                        SLA_POLICY,
                        "<text>60</text>\n        </outputEntry>\n        <outputEntry id=\"respondWithinHourThenUnit\">",
                        "<text>10</text>\n        </outputEntry>\n        <outputEntry id=\"respondWithinHourThenUnit\">",
                        doubted(SLA_POLICY + ", acceptWithinHour: row 4 leaves 30 minutes for the acceptance, but the"
                                + " first response is due within 10 minutes when lead.leadType is event")),
                arguments(
                        "processes/nurturePlan.dmn",
                        "<text>60</text>\n        </outputEntry>\n        <outputEntry id=\"strangerThenReawakenAt\">",
                        "<text>30</text>\n        </outputEntry>\n        <outputEntry id=\"strangerThenReawakenAt\">",
                        doubted(
                                "processes/nurturePlan.dmn, stranger: row 3 plans its last message for day 42, but gives"
                                        + " the lead up on day 30 when lead.leadType is purchased")));
    }

    @Test
    void tellsOfAMissingFileOnce() {
        assertThat(toldWithout(QUALIFICATION))
                .isEqualTo(
                        refused(
                                LIFECYCLE
                                        + ", qualification (Qualify and close): names the process 'qualification', which does not exist"));
        assertThat(toldWithout("processes/escalation.bpmn"))
                .isEqualTo(
                        refused("processes/escalation.bpmn: is missing: the application starts this process for every"
                                + " late promise"));
        assertThat(toldWithout("forms/acceptLead.form"))
                .isEqualTo(refused(HANDOFF
                        + ", acceptLead (Accept or reject lead): names the form 'acceptLead', which does not exist"));
    }

    @Test
    void tellsOfACopyOnce() {
        assertThat(toldWithCopy(CADENCE, "processes/cadence copy.bpmn"))
                .isEqualTo(
                        refused("processes/cadence copy.bpmn: holds the process of processes/cadence.bpmn too: delete"
                                + " this file, or give its process an id of its own"));
        assertThat(toldWithCopy(ROUTING, "processes/routing copy.dmn"))
                .isEqualTo(refused("processes/routing copy.dmn: holds no decision called 'routing copy'"));
        assertThat(toldWithCopy("forms/acceptLead.form", "forms/acceptLead copy.form"))
                .isEqualTo(refused("forms/acceptLead copy.form, acceptLead: has the id 'acceptLead', but its file says"
                        + " 'acceptLead copy'"));
    }

    @Test
    void blamesNoOtherFileForOneThatCannotBeRead() {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(QUALIFICATION, SHIPPED.text(QUALIFICATION).substring(0, 5_000).getBytes(UTF_8));

        assertThat(told(files))
                .singleElement()
                .asString()
                .startsWith("refused: " + QUALIFICATION + ": cannot be read: ");
    }

    private List<String> toldWithout(String file) {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.remove(file);
        return told(files);
    }

    private List<String> toldWithCopy(String file, String copy) {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(copy, files.get(file));
        return told(files);
    }

    private List<String> told(Map<String, byte[]> contents) {
        PolicyFiles files = new PolicyFiles(contents);
        List<String> told = new ArrayList<>();
        checks.faults(files).forEach(fault -> told.add("refused: " + fault));
        if (told.isEmpty()) {
            checks.warnings(files).forEach(warning -> told.add("warned: " + warning));
        }
        return told;
    }

    private static List<String> refused(String... faults) {
        return Stream.of(faults).map(fault -> "refused: " + fault).toList();
    }

    private static List<String> doubted(String... warnings) {
        return Stream.of(warnings).map(warning -> "warned: " + warning).toList();
    }
}
