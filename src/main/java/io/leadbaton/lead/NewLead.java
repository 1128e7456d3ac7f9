package io.leadbaton.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a door brings it in.
 *
 * @param leadType null: the table {@code leadType} derives it
 * @param intent what the person did, for scoring; with the names of {@link IntakeFacts} beside free ones
 * @param facts values under the names of {@link IntakeFacts}
 * @param receivedAt when the person showed interest; null: now
 */
public record NewLead(
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String country,
        @Nullable String city,
        @Nullable String timeZone,
        String channel,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String supplier,
        @Nullable String leadType,
        @Nullable String message,
        boolean emailOptOut,
        boolean doNotCall,
        Map<String, Object> consent,
        Map<String, Object> intent,
        Map<String, Object> qualification,
        Map<String, Object> custom,
        Map<String, Object> facts,
        @Nullable Instant receivedAt) {}
