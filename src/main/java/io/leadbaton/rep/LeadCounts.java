package io.leadbaton.rep;

import io.leadbaton.PerTransaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many open leads each rep has. Counting takes the longer the more leads are open, and every new lead asks: so it is done once
 * a second, or after fifty times as long as counting took, and what this node does in between is followed. What other nodes did meanwhile
 * is not known yet, and what happens in the moment of counting may be off by one until the next count.
 */
@Component
class LeadCounts {

    private static final long FRESH_NANOS = 1_000_000_000L;

    /** However many leads are open, no more than this part of the time is spent on counting them. */
    private static final int ONE_PART_IN = 50;

    private final PerTransaction<Map<String, Count>> ownChanges = new PerTransaction<>(this::open);
    private final Map<String, Count> counted = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Lock counting = new ReentrantLock();
    private volatile boolean countedOnce;
    private volatile long freshUntil = System.nanoTime();

    LeadCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a rep has, or by how much that changed.
     *
     * @param last when the rep got the latest lead; null: unknown, or as before
     */
    record Count(int open, @Nullable Instant last) {

        static final Count NONE = new Count(0, null);

        Count plus(Count change) {
            return new Count(Math.max(0, open + change.open), change.last == null ? last : change.last);
        }
    }

    Count of(String rep) {
        Map<String, Count> own = ownChanges.get();
        // In the middle of a transaction its own changes would be counted twice.
        if (own.isEmpty() && isOld()) {
            countUnlessSomebodyDoes();
        }
        Count count = counted.getOrDefault(rep, Count.NONE);
        return own.containsKey(rep) ? count.plus(own.get(rep)) : count;
    }

    void grew(String rep, Instant at) {
        change(rep, new Count(1, at));
    }

    void shrank(String rep) {
        change(rep, new Count(-1, null));
    }

    /** Somebody else has changed what was counted. */
    void countAnew() {
        freshUntil = System.nanoTime();
    }

    private boolean isOld() {
        return System.nanoTime() - freshUntil >= 0;
    }

    /** The first time everybody waits; later others go on with what was counted before. */
    private void countUnlessSomebodyDoes() {
        boolean mayGoOn = countedOnce;
        if (!mayGoOn) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return;
        }
        try {
            if (isOld()) {
                count();
            }
        } finally {
            counting.unlock();
        }
    }

    private void count() {
        long began = System.nanoTime();
        Map<String, Count> all = read();
        counted.keySet().retainAll(all.keySet());
        counted.putAll(all);
        freshUntil = began + Math.max(FRESH_NANOS, (System.nanoTime() - began) * ONE_PART_IN);
        countedOnce = true;
    }

    private Map<String, Count> read() {
        Map<String, Count> all = new HashMap<>();
        RowCallbackHandler each = row -> all.put(
                row.getString("rep"),
                new Count(row.getInt("open"), row.getTimestamp("last").toInstant()));
        jdbc.sql("""
                        select rep, count(*) as open, max(at) as last from leadbaton.assignment
                        where ended_at is null group by rep
                        """).query(each);
        return all;
    }

    private void change(String rep, Count by) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ownChanges.get().merge(rep, by, LeadCounts::sum);
        } else {
            follow(rep, by);
        }
    }

    private static Count sum(Count one, Count other) {
        return new Count(one.open + other.open, other.last == null ? one.last : other.last);
    }

    private void follow(String rep, Count by) {
        counted.compute(rep, (key, count) -> (count == null ? Count.NONE : count).plus(by));
    }

    private Map<String, Count> open() {
        Map<String, Count> changes = new HashMap<>();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    changes.forEach(LeadCounts.this::follow);
                }
            });
        }
        return changes;
    }
}
