package io.leadbaton.lifecycle;

import static io.leadbaton.DecisionTable.lead;
import static io.leadbaton.RowCase.hits;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.DecisionTable;
import io.leadbaton.RowCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadScoreTests {

    private static final DecisionTable TABLE = DecisionTable.named("leadScore");

    static List<RowCase> cases() {
        return List.of(
                hits("everyLead", lead(), 10, 0),
                hits("wroteInChat", lead("channel", "chat"), 70, 0),
                hits("rangUs", lead("channel", "phone"), 70, 0),
                hits("putThrough", lead("channel", "live-transfer"), 75, 0),
                hits("recommended", lead("channel", "referral"), 65, 20),
                hits("sentForm", lead("channel", "web-form"), 50, 0),
                hits("wasAtEvent", lead("channel", "event"), 45, 0),
                hits("wasInWebinar", lead("channel", "webinar"), 40, 0),
                hits("fromConnectedSystem", lead("channel", "api"), 40, 0),
                hits("talkedOnPhone", lead("lastActivity", "Had a Phone Conversation"), 40, 0),
                hits("cameUpToUs", lead("lastActivity", "Approached upfront"), 40, 0),
                hits("submittedForm", lead("lastActivity", "FORM SUBMITTED on Website"), 10, 0),
                hits("clickedLink", lead("lastActivity", "Email Link Clicked"), 5, 0),
                hits("mailBounced", lead("lastActivity", "email bounced"), -25, 0),
                hits("unsubscribed", lead("lastActivity", "Unsubscribed"), -15, 0),
                hits("readForLong", lead("secondsOnSite", 900), 35, 0),
                hits("readAWhile", lead("secondsOnSite", 600.0), 25, 0),
                hits("readShortly", lead("secondsOnSite", 300), -15, 0),
                hits("glanced", lead("secondsOnSite", 1), -25, 0),
                hits("cameBack", lead("visits", 6), 5, 0),
                hits("noMailWanted", lead("emailOptOut", true), -10, 0),
                hits("askedForDemo", lead("intentFacts", Map.of("trialStarted", true)), 40, 0),
                hits("lookedAtPrices", lead("intentFacts", Map.of("pricingViewed", true)), 15, 0),
                hits("downloaded", lead("intentFacts", Map.of("downloads", 1)), 10, 0),
                hits("namedInterest", lead("interest", "Pumps"), 0, 20),
                hits("wordOfMouth", lead("heardAbout", "Word Of Mouth"), 0, 10),
                hits("earnsMoney", lead("occupation", "working professional"), 0, 40),
                hits("tellsOccupation", lead("occupation", "Unemployed"), 0, 15),
                hits("namesCompany", lead("company", "Meyer Pumps"), 0, 20),
                hits("decides", lead("jobTitle", "Head of IT"), 0, 40),
                hits("tellsJob", lead("jobTitle", "Doctor"), 0, 10),
                hits("hasNeed", lead("qualificationFacts", Map.of("need", true)), 0, 20),
                hits("hasAuthority", lead("qualificationFacts", Map.of("authority", "yes")), 0, 25),
                hits("hasBudget", lead("qualificationFacts", Map.of("budget", 5000)), 0, 25),
                hits("hasTiming", lead("qualificationFacts", Map.of("timing", true)), 0, 20),
                hits("bigEnough", lead("qualificationFacts", Map.of("employees", 50)), 0, 15),
                hits("fitsProfile", lead("qualificationFacts", Map.of("icp", true)), 0, 40));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesThePointsOfARowWithItsReason(RowCase expected) {
        List<Map<String, Object>> answers = TABLE.answers(expected.lead());
        Map<String, Object> answer = answers.get(TABLE.rowsFor(expected.lead()).indexOf(expected.row()));

        assertThat(List.of(answer.get("intent"), answer.get("qualification"))).isEqualTo(expected.answers());
        assertThat((String) answer.get("reason")).isNotBlank();
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }

    @Test
    void givesALeadOfWhichNothingIsKnownItsReason() {
        assertThat(TABLE.rowsFor(lead())).containsExactly("everyLead");
    }

    @Test
    void takesNoPointsForWhatIsMissing() {
        assertThat(TABLE.rowsFor(
                        lead("channel", "web-form", "secondsOnSite", 0, "visits", 0, "company", "", "interest", "")))
                .containsExactly("everyLead", "sentForm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CTO", "Vice President, Sales", "director of operations", "Founder & CEO", "Sales Manager"})
    void callsAnIdealCustomerWhoeverDecides(String jobTitle) {
        assertThat(TABLE.answers(lead("jobTitle", jobTitle)))
                .anyMatch(answer -> answer.get("icp").equals(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Doctor", "Assistant", "Headhunter"})
    void callsNobodyAnIdealCustomerByASyllable(String jobTitle) {
        assertThat(TABLE.answers(lead("jobTitle", jobTitle)))
                .allMatch(answer -> answer.get("icp").equals(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Working Professional", "Businessman", "Self-Employed"})
    void callsAnIdealCustomerWhoeverEarnsMoney(String occupation) {
        assertThat(TABLE.rowsFor(lead("occupation", occupation))).contains("earnsMoney");
    }
}
