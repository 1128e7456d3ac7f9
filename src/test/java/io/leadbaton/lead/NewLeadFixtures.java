package io.leadbaton.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads as doors bring them in. */
public final class NewLeadFixtures {

    private NewLeadFixtures() {}

    public static NewLead aLead(@Nullable String email, @Nullable String phone) {
        return aLead(email, phone, null, "web-form", null, Map.of(), null);
    }

    public static NewLead aLead(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country,
            String channel,
            @Nullable String message,
            Map<String, Object> custom,
            @Nullable Instant receivedAt) {
        return new NewLead(
                null,
                email,
                phone,
                "Ada",
                "Meyer",
                null,
                null,
                country,
                null,
                null,
                channel,
                null,
                null,
                null,
                null,
                message,
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                custom,
                Map.of(),
                receivedAt);
    }
}
