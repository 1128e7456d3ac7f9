package io.leadbaton.handoff;

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

class RoutingTests {

    private static final DecisionTable TABLE = DecisionTable.named("routing");

    static List<RowCase> cases() {
        return List.of(
                hits("fromEvent", lead("leadType", "event"), "inside", "event", 3),
                hits("fromWebinar", lead("leadType", "webinar"), "inside", "webinar", 3),
                hits("waitingOnLine", lead("leadType", "chat", "intent", 80), "inside", "", 2),
                hits("waitingOnLine", lead("leadType", "live-transfer"), "inside", "", 2),
                hits("planB", lead("leadType", "inbound", "intent", 70), "inside", "", 4),
                hits("anyLead", lead("leadType", "inbound", "intent", 70, "company", "Meyer Pumps"), "inside", "", 3),
                hits("anyLead", lead(), "inside", "", 3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTeamSkillAndNumberOfReps(RowCase expected) {
        Map<String, Object> answer = TABLE.answer(expected.lead());

        assertThat(TABLE.rowsFor(expected.lead())).containsExactly(expected.row());
        assertThat(List.of(answer.get("team"), answer.get("skill"), answer.get("maxReps")))
                .isEqualTo(expected.answers());
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }
}
