package io.leadbaton.lead;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Leads as doors bring them in. */
public final class NewLeadFixtures {

    private NewLeadFixtures() {}

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A fresh person who asked for a talk in a chat: goes to sales at once, by phone and by mail. */
    public static NewLead aHotLead() {
        int number = COUNT.incrementAndGet();
        return aLead(
                "hot%d@example.com".formatted(number),
                "+49301234%03d".formatted(number % 1000),
                "Germany",
                "chat",
                null,
                Map.of(),
                null);
    }

    /** A fresh person who rang us: goes to sales at once, and is promised an answer within five minutes. */
    public static NewLead aCaller() {
        int number = COUNT.incrementAndGet();
        return aLead(
                "caller%d@example.com".formatted(number),
                "+49401234%03d".formatted(number % 1000),
                "Germany",
                "phone",
                null,
                Map.of(),
                null);
    }

    /** A fresh person of whom next to nothing is known: stays with marketing. */
    public static NewLead aColdLead() {
        return aLead(
                "cold%d@example.com".formatted(COUNT.incrementAndGet()), null, null, "purchased", null, Map.of(), null);
    }

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
