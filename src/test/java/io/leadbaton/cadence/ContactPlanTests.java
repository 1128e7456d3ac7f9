package io.leadbaton.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPlanTests {

    @Test
    void takesChannelsInTurnAndRepeatsTheLastGap() {
        ContactPlan plan = plan(7, "phone, email", "0 min, 4 h, 2 d");

        assertThat(plan.channel(1)).isEqualTo("phone");
        assertThat(plan.channel(2)).isEqualTo("email");
        assertThat(plan.channel(3)).isEqualTo("phone");
        assertThat(plan.gapBefore(1)).isEqualTo(Duration.ZERO);
        assertThat(plan.gapBefore(2)).isEqualTo(Duration.ofHours(4));
        assertThat(plan.gapBefore(7)).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 11})
    void hasFiveToTenAttempts(int attempts) {
        assertThatThrownBy(() -> plan(attempts, "phone", "1 d")).hasMessageContaining("5 to 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "4", "1 week", "4 h;", "-1 d"})
    void saysWhichGapItCannotRead(String gaps) {
        assertThatThrownBy(() -> plan(5, "phone", gaps)).hasMessageContaining("is no gap");
    }

    @Test
    void namesItsChannels() {
        assertThatThrownBy(() -> plan(5, "phone,,email", "1 d")).hasMessageContaining("names its channels");
    }

    private static ContactPlan plan(int attempts, String channels, String gaps) {
        return ContactPlan.of(Map.of("attempts", attempts, "channels", channels, "gaps", gaps, "secondVoice", true));
    }
}
