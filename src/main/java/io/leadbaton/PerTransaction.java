package io.leadbaton;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction knows already and need not ask again; forgotten when it ends. Outside of a transaction nothing is remembered.
 *
 * <p>Only for what no other transaction changes meanwhile, because this one holds its lock, or for what may be as old as the first look.
 */
public final class PerTransaction<T> {

    private final Supplier<T> empty;

    public PerTransaction(Supplier<T> empty) {
        this.empty = empty;
    }

    public T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return empty.get();
        }
        T known = known();
        if (known == null) {
            known = empty.get();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting(known));
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private @Nullable T known() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    /** A transaction within a transaction knows nothing of the outer one. */
    private final class Forgetting implements TransactionSynchronization {

        private final T known;

        private Forgetting(T known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
