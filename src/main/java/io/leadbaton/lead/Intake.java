package io.leadbaton.lead;

import io.leadbaton.FieldFault;
import io.leadbaton.Refused;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a lead in, whichever door it comes by: stored and on its way in one transaction, or not at all. */
@Component
public class Intake {

    /** PostgreSQL's classes of connection, rollback, lock and cancellation errors. */
    private static final Pattern PASSING = Pattern.compile("08|40|55|57");

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final IncomingLeads incoming;
    private final IntakeChecks checks;
    private final LivePolicy policy;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;

    Intake(
            IncomingLeads incoming,
            IntakeChecks checks,
            LivePolicy policy,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions) {
        this.incoming = incoming;
        this.checks = checks;
        this.policy = policy;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is wrong with a lead; nothing: it can be received. */
    public List<FieldFault> faults(NewLead lead) {
        return checks.faults(lead);
    }

    public Receipt receive(NewLead lead, String door) {
        return receive(lead, door, null, null);
    }

    /**
     * Stores the lead and starts its way. When the policy cannot assess it, it is stored all the same and waits to be sorted
     * out by a person.
     *
     * @param door who brings it: the name of a key's source, a user, an import mapping
     * @param idempotencyKey unique within the door; null: every call is a new lead
     * @param requestHash tells a replay from another request under the same key
     * @throws LeadRefused when a field cannot be used
     * @throws IdempotencyKeyReused when the key came with another request before
     */
    public Receipt receive(NewLead lead, String door, @Nullable String idempotencyKey, @Nullable String requestHash) {
        NewLead checked = checks.accept(lead);
        Arrival arrival = new Arrival(checked, door, idempotencyKey, requestHash);
        try {
            return storeAndStart(arrival, null);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw new TransientDataAccessResourceException("The database could not take the lead now", e);
            }
            log.warn("A lead could not be assessed and waits to be sorted out: {}", rootOf(e));
            return storeAndStart(arrival, "The policy could not assess this lead: " + rootOf(e));
        }
    }

    /**
     * As {@link #receive} for many, by their idempotency keys, all or none in the caller's transaction: the caller repeats with {@code
     * receive} one by one when it fails.
     *
     * @return what became of each, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Receipt> receiveTogether(Map<String, NewLead> leads, String door) {
        List<Arrival> arrivals = leads.entrySet().stream()
                .map(lead -> new Arrival(checks.accept(lead.getValue()), door, lead.getKey(), null))
                .toList();
        return arrivals.isEmpty() ? List.of() : storeAndStart(arrivals);
    }

    private List<Receipt> storeAndStart(List<Arrival> arrivals) {
        PolicyVersion version = policy.inForce();
        List<Receipt> stored = incoming.store(arrivals, version);
        Strangers.apart(arrivals, stored).forEach(group -> publisher.publishEvent(new LeadsReceived(group, version)));
        return stored;
    }

    private Receipt storeAndStart(Arrival arrival, @Nullable String sortOut) {
        return Objects.requireNonNull(transaction.execute(status -> storeAndStartNow(arrival, sortOut)));
    }

    private Receipt storeAndStartNow(Arrival arrival, @Nullable String sortOut) {
        PolicyVersion version = policy.inForce();
        Receipt stored = incoming.store(List.of(arrival), version).get(0);
        if (!stored.replayed()) {
            incoming.noteSorting(stored.leadId(), sortOut);
            publisher.publishEvent(new LeadReceived(stored.leadId(), version, sortOut));
        }
        return stored;
    }

    /**
     * Locks, deadlocks, cut connections: says nothing about the lead, the next try may succeed. Without a state it comes from the
     * pool, which has closed a connection that broke.
     */
    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof SQLException sql
                            && (sql.getSQLState() == null
                                    || PASSING.matcher(sql.getSQLState()).lookingAt())) {
                return true;
            }
        }
        return false;
    }

    /** The kind of the first cause: messages of engines quote values, and values are personal. */
    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
