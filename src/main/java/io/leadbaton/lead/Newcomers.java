package io.leadbaton.lead;

import io.leadbaton.PerTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads that came in within this very transaction, as they came: what was just written need not be read again. */
@Component
class Newcomers {

    private final PerTransaction<Map<LeadId, Arrival>> arrivals = new PerTransaction<>(HashMap::new);

    void add(LeadId id, Arrival arrival) {
        arrivals.get().put(id, arrival);
    }

    Optional<Arrival> find(LeadId id) {
        return Optional.ofNullable(arrivals.get().get(id));
    }
}
