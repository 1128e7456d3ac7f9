package io.leadbaton.cadence;

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

class CadencePlanTests {

    private static final DecisionTable TABLE = DecisionTable.named("cadencePlan");

    static List<RowCase> cases() {
        return List.of(
                hits("mailOnly", lead("doNotCall", true, "leadType", "chat"), 5, "email", false),
                hits("noPhone", lead("hasPhone", false, "leadType", "chat"), 5, "email", false),
                hits("callOnly", lead("emailOptOut", true, "leadType", "referral"), 6, "phone", true),
                hits("callOnly", lead("emailOptOut", true, "secondVoice", true), 6, "phone", false),
                hits("noMail", lead("hasEmail", false), 6, "phone", true),
                hits("again", lead("secondVoice", true, "leadType", "chat"), 5, "phone, email, phone", false),
                hits("wasLive", reachable("chat"), 8, "phone, phone, email", true),
                hits("wasLive", reachable("live-transfer"), 8, "phone, phone, email", true),
                hits("recommendedLead", reachable("referral"), 10, "phone, email, phone", true),
                hits("metUs", reachable("webinar"), 7, "phone, email", true),
                hits("askedUs", reachable("inbound"), 8, "phone, email, phone", true),
                hits("boughtLead", reachable("purchased"), 6, "phone, email", false),
                hits("backAgain", reachable("recycled"), 5, "phone, email", false),
                hits("anyOther", reachable("imported"), 5, "email, phone", false),
                hits("anyOther", lead(), 5, "email, phone", false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plansTheAttempts(RowCase expected) {
        Map<String, Object> plan = TABLE.answer(expected.lead());

        assertThat(TABLE.rowsFor(expected.lead())).containsExactly(expected.row());
        assertThat(List.of(plan.get("attempts"), plan.get("channels"), plan.get("secondVoice")))
                .isEqualTo(expected.answers());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void startsAtOnceAndKeepsToFiveToTenAttempts(RowCase any) {
        Map<String, Object> plan = TABLE.answer(any.lead());

        assertThat((Integer) plan.get("attempts")).isBetween(5, 10);
        assertThat((String) plan.get("gaps")).matches("0 min(, \\d+ (min|h|d))+");
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }

    private static Map<String, Object> reachable(String leadType) {
        return lead("leadType", leadType, "hasPhone", true, "hasEmail", true, "doNotCall", false, "emailOptOut", false);
    }
}
