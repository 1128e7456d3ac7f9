package io.leadbaton.engine.jobs;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Takes jobs our way, and asks the database once for each time it is woken: the engine alone asks a second time to be sure, which
 * two nodes do that are woken for every timer.
 */
class PromptExecutor extends SpringJobExecutor {

    private final BiFunction<Integer, JobExecutor, AcquiredJobs> due;
    private final AtomicLong woken = new AtomicLong();

    // Known to the one thread that asks for jobs.
    private long answered = -1;
    private long askedAt;

    /**
     * @param due takes so many due jobs for a node
     */
    PromptExecutor(BiFunction<Integer, JobExecutor, AcquiredJobs> due) {
        this.due = due;
    }

    @Override
    public void jobWasAdded() {
        woken.incrementAndGet();
        super.jobWasAdded();
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int most) {
        return context -> isNews() ? ask(most) : new AcquiredJobs(most);
    }

    private boolean isNews() {
        long pause = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - askedAt);
        return answered != woken.get() || pause >= getWaitTimeInMillis() * 9L / 10;
    }

    private AcquiredJobs ask(int most) {
        long before = woken.get();
        askedAt = System.nanoTime();
        AcquiredJobs taken = due.apply(most, this);
        answered = taken.size() < most ? before : -1;
        return taken;
    }
}
