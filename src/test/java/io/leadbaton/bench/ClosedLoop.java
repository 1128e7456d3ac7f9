package io.leadbaton.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that do one thing after the other, each as soon as the one before is done. */
record ClosedLoop(int clients) {

    /** @param failures what went wrong, one for each operation that failed */
    record Result(int done, double seconds, List<RuntimeException> failures) {

        double perSecond() {
            return done / seconds;
        }
    }

    Result run(int times, Runnable operation) {
        return run(IntStream.range(0, times).mapToObj(i -> operation).toList());
    }

    Result run(List<Runnable> operations) {
        var waiting = new ConcurrentLinkedQueue<>(operations);
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        AtomicInteger done = new AtomicInteger();
        long began = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, clients)
                        .mapToObj(client -> CompletableFuture.runAsync(
                                () -> {
                                    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                                        try {
                                            next.run();
                                            done.incrementAndGet();
                                        } catch (RuntimeException failure) {
                                            failures.add(failure);
                                        }
                                    }
                                },
                                work -> new Thread(work, "client").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        return new Result(done.get(), (System.nanoTime() - began) / 1e9, List.copyOf(failures));
    }
}
