package io.leadbaton.lead;

import static io.leadbaton.lead.LeadFixtures.aLead;
import static io.leadbaton.lead.LeadFixtures.aLeadInWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadTests {

    @Test
    void namesTheMoveItRefuses() {
        assertThatThrownBy(() -> aLead(Stage.NURTURE, 0, null, false).checkMove(Stage.SQL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nurture cannot become SQL");
    }

    @Test
    void leavesWorkOnlyWithADisposition() {
        assertThatThrownBy(() -> aLeadInWork(5, null).checkMove(Stage.ASSIGNED)).hasMessageContaining("disposition");
        assertThatThrownBy(() -> aLeadInWork(5, null).checkMove(Stage.NURTURE)).hasMessageContaining("disposition");
        assertThatCode(() -> aLeadInWork(5, "nurture").checkMove(Stage.NURTURE)).doesNotThrowAnyException();
    }

    @Test
    void returnsToNurtureAfterFiveAttemptsAtTheEarliestUnlessContactWasMade() {
        assertThatThrownBy(() -> aLeadInWork(4, "nurture").checkMove(Stage.NURTURE))
                .hasMessageContaining("4 were made");
        assertThatCode(() -> aLead(Stage.ENGAGED, 1, "nurture", true).checkMove(Stage.NURTURE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"WON", "LOST", "DISQUALIFIED", "ARCHIVED", "MERGED", "SUPPRESSED"})
    void onlyErasesWhatHasEnded(Stage ended) {
        for (Stage to : Stage.values()) {
            assertThat(ended.mayBecome(to)).as("%s to %s", ended, to).isEqualTo(to == Stage.ERASED);
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void letsEveryOpenLeadBeSuppressedMergedAndErased(Stage stage) {
        assertThat(stage.mayBecome(Stage.SUPPRESSED)).isEqualTo(stage.isOpen());
        assertThat(stage.mayBecome(Stage.MERGED)).isEqualTo(stage.isOpen());
        assertThat(stage.mayBecome(Stage.ERASED)).isEqualTo(stage != Stage.ERASED);
    }

    @Test
    void refusesALeadWithoutName() {
        assertThatThrownBy(() -> LeadId.of("")).isInstanceOf(Refused.class);
    }
}
