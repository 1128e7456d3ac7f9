package io.leadbaton.sla;

import io.leadbaton.PerTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The open clocks of the leads that a transaction works on, read once and followed from then on. */
@Component
class KnownClocks {

    private final PerTransaction<Map<String, List<SlaClock>>> open = new PerTransaction<>(HashMap::new);
    private final PerTransaction<Set<String>> locked = new PerTransaction<>(HashSet::new);

    List<SlaClock> openOf(String leadId, Function<String, List<SlaClock>> read) {
        return List.copyOf(open.get().computeIfAbsent(leadId, read));
    }

    /** True the first time: what was read before may have changed since. */
    boolean lock(String leadId) {
        boolean first = locked.get().add(leadId);
        if (first) {
            open.get().remove(leadId);
        }
        return first;
    }

    Optional<SlaClock> find(String clockId) {
        return open.get().values().stream()
                .flatMap(List::stream)
                .filter(clock -> clock.id().equals(clockId))
                .findFirst();
    }

    void started(SlaClock clock) {
        open.get().computeIfPresent(clock.leadId(), (leadId, clocks) -> with(clocks, clock));
    }

    private static List<SlaClock> with(List<SlaClock> clocks, SlaClock one) {
        List<SlaClock> all = new ArrayList<>(clocks);
        all.add(one);
        return all;
    }

    void closed(List<String> clockIds) {
        open.get()
                .replaceAll((leadId, clocks) -> clocks.stream()
                        .filter(clock -> !clockIds.contains(clock.id()))
                        .toList());
    }

    void changed(String clockId, UnaryOperator<SlaClock> change) {
        open.get()
                .replaceAll((leadId, clocks) -> clocks.stream()
                        .map(clock -> clock.id().equals(clockId) ? change.apply(clock) : clock)
                        .toList());
    }

    /** Some clock has other dates now. */
    void forget() {
        open.get().clear();
    }
}
