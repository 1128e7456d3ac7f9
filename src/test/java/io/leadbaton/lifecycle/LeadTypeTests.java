package io.leadbaton.lifecycle;

import static io.leadbaton.DecisionTable.lead;
import static io.leadbaton.RowCase.hits;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.DecisionTable;
import io.leadbaton.RowCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeadTypeTests {

    private static final DecisionTable TABLE = DecisionTable.named("leadType");

    static List<RowCase> cases() {
        return List.of(
                hits("backFromNurture", lead("recycled", true, "leadType", "chat", "channel", "chat"), "recycled"),
                hits("tooOldForStopwatch", lead("imported", true, "leadType", "inbound"), "imported"),
                hits("kindGiven", lead("leadType", "webinar", "channel", "web-form"), "webinar"),
                hits("byChat", lead("channel", "chat"), "chat"),
                hits("byLiveTransfer", lead("channel", "live-transfer"), "live-transfer"),
                hits("atEvent", lead("channel", "event"), "event"),
                hits("inWebinar", lead("channel", "webinar"), "webinar"),
                hits("byReferral", lead("channel", "referral"), "referral"),
                hits("bought", lead("channel", "purchased"), "purchased"),
                hits("fromList", lead("channel", "import"), "imported"),
                hits("cameToUs", lead("channel", "web-form", "imported", false, "recycled", false), "inbound"),
                hits("cameToUs", lead("channel", "phone"), "inbound"),
                hits("cameToUs", lead("channel", "api"), "inbound"),
                hits("cameToUs", lead("leadType", "no such type"), "inbound"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheKindOfLead(RowCase expected) {
        assertThat(TABLE.rowsFor(expected.lead())).containsExactly(expected.row());
        assertThat(TABLE.answer(expected.lead()).get("leadType")).isEqualTo(expected.answer()[0]);
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }

    @Test
    void answersForALeadOfWhichNothingIsKnown() {
        assertThat(TABLE.answer(lead())).containsEntry("leadType", "inbound");
    }
}
