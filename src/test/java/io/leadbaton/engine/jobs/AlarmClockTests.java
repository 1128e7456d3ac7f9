package io.leadbaton.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class AlarmClockTests {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger rings = new AtomicInteger();
    private final AlarmClock alarmClock =
            new AlarmClock(this::coming, new Bell(), new ThreadPoolTaskExecutor(), Clock.systemUTC());

    @AfterEach
    void stop() {
        alarmClock.stop();
    }

    @Test
    void wakesTheExecutorThoughTheDatabaseWasAwayAtFirst() {
        alarmClock.start();

        await().until(() -> rings.get() > 0);
        assertThat(looks).hasValueGreaterThan(1);
    }

    @Test
    void leavesNoThreadBehind() {
        alarmClock.start();
        assertThat(isRinging()).isTrue();

        alarmClock.stop();

        await().until(() -> !isRinging());
        assertThat(alarmClock.isRunning()).isFalse();
    }

    private NavigableSet<Instant> coming(Instant from, Instant until) {
        if (looks.incrementAndGet() == 1) {
            throw new DataAccessResourceFailureException("away");
        }
        return new TreeSet<>(List.of(from.plusMillis(5)));
    }

    private static boolean isRinging() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("alarm-clock"));
    }

    /** Counts how often it is woken. */
    private class Bell extends DefaultJobExecutor {

        @Override
        public void jobWasAdded() {
            rings.incrementAndGet();
        }
    }
}
