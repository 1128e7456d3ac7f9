package io.leadbaton.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.junit.jupiter.api.Test;

class PromptExecutorTests {

    private static final int MOST = 8;

    private final Queue<Integer> due = new ArrayDeque<>();
    private int asked;
    private Runnable meanwhile = () -> {};
    private final PromptExecutor executor = new PromptExecutor((most, node) -> take(most));

    @Test
    void asksOnceForEachTimeItIsWoken() {
        executor.jobWasAdded();
        IntStream.range(0, 3).forEach(turn -> turn());
        assertThat(asked).isEqualTo(1);

        executor.jobWasAdded();
        IntStream.range(0, 3).forEach(turn -> turn());
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void goesOnAskingWhileThereIsMoreThanItCanTakeAtOnce() {
        due.addAll(IntStream.range(0, 2 * MOST + 1).boxed().toList());

        IntStream.range(0, 5).forEach(turn -> turn());

        assertThat(due).isEmpty();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void asksAgainWhenItIsWokenWhileItAsks() {
        meanwhile = executor::jobWasAdded;
        turn();
        meanwhile = () -> {};

        turn();
        turn();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksOnceInAWhileEvenIfNobodyWakesIt() {
        executor.setWaitTimeInMillis(0);

        IntStream.range(0, 3).forEach(turn -> turn());

        assertThat(asked).isEqualTo(3);
    }

    private void turn() {
        executor.getAcquireJobsCmd(MOST).execute(null);
    }

    private AcquiredJobs take(int most) {
        asked++;
        AcquiredJobs taken = new AcquiredJobs(most);
        for (int i = 0; i < most && !due.isEmpty(); i++) {
            taken.addJobIdBatch(String.valueOf(due.poll()));
        }
        meanwhile.run();
        return taken;
    }
}
