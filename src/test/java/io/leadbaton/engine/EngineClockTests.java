package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTests {

    private final Clock clock = new EngineClock();

    @AfterEach
    void goesOn() {
        ClockUtil.reset();
    }

    @Test
    void showsTheTimeTheEngineWasSetTo() {
        Instant friday = Instant.parse("2026-11-20T16:55:00Z");

        ClockUtil.setCurrentTime(Date.from(friday));

        assertThat(clock.instant()).isEqualTo(friday);
    }

    @Test
    void thinksInUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
