package io.leadbaton.nurture;

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

class NurturePlanTests {

    private static final DecisionTable TABLE = DecisionTable.named("nurturePlan");

    static List<RowCase> cases() {
        return List.of(
                hits("idealCustomer", lead("icp", true, "grade", "A"), 4, 21, 180, 45),
                hits("wanted", lead("icp", false, "grade", "C"), 4, 14, 120, 55),
                hits("stranger", lead("leadType", "imported", "grade", "D"), 3, 14, 60, 60),
                hits("others", lead("leadType", "inbound", "grade", "D"), 3, 14, 90, 55),
                hits("others", lead(), 3, 14, 90, 55));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plansTheMails(RowCase expected) {
        Map<String, Object> plan = TABLE.answer(expected.lead());

        assertThat(TABLE.rowsFor(expected.lead())).containsExactly(expected.row());
        assertThat(List.of(
                        plan.get("drips"), plan.get("everyDays"), plan.get("expiresAfterDays"), plan.get("reawakenAt")))
                .isEqualTo(expected.answers());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sendsTheLastMailBeforeItGivesUp(RowCase any) {
        Map<String, Object> plan = TABLE.answer(any.lead());

        assertThat((Integer) plan.get("drips") * (Integer) plan.get("everyDays"))
                .isLessThan((Integer) plan.get("expiresAfterDays"));
    }

    @Test
    void hasACaseForEveryRow() {
        assertThat(RowCase.missed(TABLE, cases())).isEmpty();
    }
}
