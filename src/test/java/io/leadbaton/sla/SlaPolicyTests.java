package io.leadbaton.sla;

import static io.leadbaton.DecisionTable.lead;
import static io.leadbaton.RowCase.hits;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.DecisionTable;
import io.leadbaton.RowCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlaPolicyTests {

    private static final DecisionTable TABLE = DecisionTable.named("slaPolicy");
    private static final List<String> CLAUSES = List.of(
            "acceptance",
            "firstResponse",
            "processed",
            "nextAttempt",
            "reply",
            "disposition",
            "qualification",
            "opportunity",
            "followUp",
            "rejectionReview");

    static List<RowCase> cases() {
        return List.of(
                hits("acceptLive", type("chat"), "acceptance", 1, "minutes", "none"),
                hits("acceptChannelLive", cameBy("chat", "webinar"), "acceptance", 1, "minutes", "none"),
                hits("acceptInbound", type("inbound"), "acceptance", 3, "minutes", "none"),
                hits("acceptWithinHour", type("event"), "acceptance", 30, "minutes", "none"),
                hits("acceptSlow", type("imported"), "acceptance", 1, "businessDays", "team"),
                hits("respondLive", type("chat"), "firstResponse", 1, "minutes", "none"),
                hits("respondLive", type("live-transfer"), "firstResponse", 1, "minutes", "none"),
                hits("respondChannelLive", cameBy("chat", "inbound"), "firstResponse", 1, "minutes", "none"),
                hits("respondInbound", cameBy("web-form", "inbound"), "firstResponse", 5, "minutes", "none"),
                hits("respondInbound", type("referral"), "firstResponse", 5, "minutes", "none"),
                hits("respondInbound", lead(), "firstResponse", 5, "minutes", "none"),
                hits("respondWithinHour", type("purchased"), "firstResponse", 60, "minutes", "none"),
                hits("respondSlow", cameBy("chat", "imported"), "firstResponse", 1440, "minutes", "none"),
                hits("respondSlow", type("recycled"), "firstResponse", 1440, "minutes", "none"),
                hits("process", type("inbound"), "processed", 1440, "minutes", "none"),
                hits("attemptNext", type("inbound"), "nextAttempt", 240, "businessMinutes", "rep"),
                hits("attemptNextSlow", type("purchased"), "nextAttempt", 1, "businessDays", "rep"),
                hits("replyLive", type("chat"), "reply", 5, "minutes", "none"),
                hits("reply", type("inbound"), "reply", 60, "businessMinutes", "rep"),
                hits("dispose", type("inbound"), "disposition", 20, "businessDays", "rep"),
                hits("qualify", type("inbound"), "qualification", 5, "businessDays", "rep"),
                hits("openOpportunity", type("inbound"), "opportunity", 2, "businessDays", "rep"),
                hits("followUp", type("inbound"), "followUp", 10, "businessDays", "rep"),
                hits("reviewRejection", type("inbound"), "rejectionReview", 2880, "minutes", "none"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void promises(RowCase expected) {
        List<Map<String, Object>> promises = TABLE.answers(expected.lead());
        Map<String, Object> promise =
                promises.get(TABLE.rowsFor(expected.lead()).indexOf(expected.row()));

        assertThat(List.of(promise.get("clause"), promise.get("target"), promise.get("unit"), promise.get("calendar")))
                .isEqualTo(expected.answers());
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfLead")
    void promisesEachClauseExactlyOnce(Map<String, Object> lead) {
        assertThat(TABLE.answers(lead))
                .extracting(promise -> promise.get("clause"))
                .containsExactlyInAnyOrderElementsOf(CLAUSES);
    }

    static List<Map<String, Object>> everyKindOfLead() {
        List<Map<String, Object>> leads = new ArrayList<>(List.of(lead(), cameBy("chat", null), type("no such type")));
        for (String type : "inbound chat event webinar referral purchased live-transfer imported recycled".split(" ")) {
            for (String channel : "web-form chat phone event webinar purchased live-transfer import api".split(" ")) {
                leads.add(cameBy(channel, type));
            }
        }
        return leads;
    }

    private static Map<String, Object> type(String leadType) {
        return lead("leadType", leadType);
    }

    private static Map<String, Object> cameBy(String channel, String leadType) {
        return lead("channel", channel, "leadType", leadType);
    }
}
