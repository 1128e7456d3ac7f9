package io.leadbaton.lead;

import io.leadbaton.PerTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction tells about its leads: written at its end in one go, because each number changes the lead's row. */
final class UntoldEvents {

    private final PerTransaction<Waiting> waiting = new PerTransaction<>(this::open);
    private final Consumer<Map<LeadId, List<NewEvent>>> write;

    UntoldEvents(Consumer<Map<LeadId, List<NewEvent>>> write) {
        this.write = write;
    }

    /** Events by lead; an empty list for a lead whose events are all written. */
    private static final class Waiting implements TransactionSynchronization {

        private final Map<LeadId, List<NewEvent>> events = new LinkedHashMap<>();
        private final Consumer<Map<LeadId, List<NewEvent>>> write;
        private boolean ended = !TransactionSynchronizationManager.isSynchronizationActive();

        private Waiting(Consumer<Map<LeadId, List<NewEvent>>> write) {
            this.write = write;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            ended = true;
            writeNow(List.copyOf(events.keySet()));
        }

        private void writeNow(List<LeadId> leads) {
            Map<LeadId, List<NewEvent>> told = new LinkedHashMap<>();
            leads.stream()
                    .filter(lead -> !events.getOrDefault(lead, List.of()).isEmpty())
                    .forEach(lead -> told.put(lead, Objects.requireNonNull(events.put(lead, new ArrayList<>()))));
            if (!told.isEmpty()) {
                write.accept(told);
            }
        }
    }

    private Waiting open() {
        Waiting opened = new Waiting(write);
        if (!opened.ended) {
            TransactionSynchronizationManager.registerSynchronization(opened);
        }
        return opened;
    }

    /** Whether this transaction has told something about the lead before, and so keeps others from changing it. */
    boolean holds(LeadId lead) {
        return waiting.get().events.containsKey(lead);
    }

    void hold(LeadId lead) {
        waiting.get().events.computeIfAbsent(lead, key -> new ArrayList<>());
    }

    /** Outside of a transaction, and when it is ending, nothing waits. */
    void add(LeadId lead, NewEvent event) {
        Waiting now = waiting.get();
        if (now.ended) {
            write.accept(Map.of(lead, List.of(event)));
        } else {
            now.events.computeIfAbsent(lead, key -> new ArrayList<>()).add(event);
        }
    }

    /** Before somebody looks at what was told within this very transaction. */
    void flush(LeadId lead) {
        waiting.get().writeNow(List.of(lead));
    }
}
