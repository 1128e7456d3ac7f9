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

class LeadGradeTests {

    private static final DecisionTable TABLE = DecisionTable.named("leadGrade");

    static List<RowCase> cases() {
        return List.of(
                hits("notScored", lead(), "D", false, 0),
                hits("fitUnknown", lead("intent", 80), "D", false, 0),
                hits("idealAndWilling", scored(50, 40, true), "A", true, 46),
                hits("ideal", scored(10, 40, true), "B", true, 22),
                hits("willingAndFitting", scored(80, 30, false), "B", true, 60),
                hits("willing", scored(60, 0, false), "C", true, 36),
                hits("notYet", scored(49, 100, false), "D", false, 69));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradesTheLead(RowCase expected) {
        Map<String, Object> answer = TABLE.answer(expected.lead());

        assertThat(TABLE.rowsFor(expected.lead())).containsExactly(expected.row());
        assertThat(List.of(answer.get("grade"), answer.get("salesReady"), answer.get("total")))
                .isEqualTo(expected.answers());
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }

    private static Map<String, Object> scored(int intent, int qualification, boolean icp) {
        return lead("intent", intent, "qualification", qualification, "icp", icp);
    }
}
