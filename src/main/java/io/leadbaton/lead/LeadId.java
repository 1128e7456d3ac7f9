package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.util.UUID;

/** Names one lead: the business key of its processes, the key of its rows. */
public record LeadId(String value) {

    public LeadId {
        if (value.isBlank()) {
            throw new Refused("No lead was named.");
        }
    }

    public static LeadId of(String value) {
        return new LeadId(value);
    }

    static LeadId fresh() {
        return new LeadId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
