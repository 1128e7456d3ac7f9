package io.leadbaton.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Clients that do one thing after the other, each as soon as the one before is done. */
record ClosedLoop(int clients) {

    /** How many a second were done; one that fails is a failure of the measurement. */
    double perSecond(int times, Runnable operation) {
        return perSecond(IntStream.range(0, times).mapToObj(i -> operation).toList());
    }

    double perSecond(List<Runnable> operations) {
        var waiting = new ConcurrentLinkedQueue<>(operations);
        long began = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, clients)
                        .mapToObj(client -> CompletableFuture.runAsync(() -> work(waiting), ClosedLoop::start))
                        .toArray(CompletableFuture[]::new))
                .join();
        return operations.size() / ((System.nanoTime() - began) / 1e9);
    }

    private static void work(Queue<Runnable> waiting) {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private static void start(Runnable client) {
        new Thread(client, "client").start();
    }
}
