package io.leadbaton.engine.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings when something falls due. Looks for what comes once a second, never more often. */
class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Further than the next look, which may be late. */
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private final BiFunction<Instant, Instant, NavigableSet<Instant>> coming;
    private final Runnable bell;

    private NavigableSet<Instant> known = new TreeSet<>();
    private Instant nextLook = Instant.MIN;
    private boolean blind;

    /**
     * @param coming answers at which instants between two others something falls due
     */
    Alarms(BiFunction<Instant, Instant, NavigableSet<Instant>> coming, Runnable bell) {
        this.coming = coming;
        this.bell = bell;
    }

    /** Does what has to be done now and answers until when nothing else has. */
    Instant turn(Instant now) {
        NavigableSet<Instant> due = known.headSet(now, true);
        if (!due.isEmpty()) {
            due.clear();
            bell.run();
        }
        boolean clockWentBack = nextLook.isAfter(now.plus(EVERY));
        if (clockWentBack || !now.isBefore(nextLook)) {
            nextLook = now.plus(EVERY);
            look(now);
        }
        return known.isEmpty() || known.first().isAfter(nextLook) ? nextLook : known.first();
    }

    /** While the database is away nothing can be fired either: told once, then tried again every second. */
    private void look(Instant now) {
        try {
            known = coming.apply(now, now.plus(AHEAD));
            if (blind) {
                log.info("Coming timers can be read again");
            }
            blind = false;
        } catch (RuntimeException away) {
            if (!blind) {
                log.warn("Coming timers cannot be read: {}", away.getClass().getSimpleName());
            }
            blind = true;
        }
    }
}
