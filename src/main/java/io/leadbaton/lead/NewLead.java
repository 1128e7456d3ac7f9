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
        @Nullable Instant receivedAt) {

    /** Without blanks around the texts; a blank one counts as not given. */
    NewLead tidied() {
        return new NewLead(
                stripped(externalId),
                stripped(email),
                stripped(phone),
                stripped(firstName),
                stripped(lastName),
                stripped(company),
                stripped(jobTitle),
                stripped(country),
                stripped(city),
                stripped(timeZone),
                channel.strip(),
                stripped(source),
                stripped(campaign),
                stripped(supplier),
                stripped(leadType),
                stripped(message),
                emailOptOut,
                doNotCall,
                consent,
                intent,
                qualification,
                custom,
                facts,
                receivedAt);
    }

    NewLead reachedBy(@Nullable String mail, @Nullable String number) {
        return new NewLead(
                externalId,
                mail,
                number,
                firstName,
                lastName,
                company,
                jobTitle,
                country,
                city,
                timeZone,
                channel,
                source,
                campaign,
                supplier,
                leadType,
                message,
                emailOptOut,
                doNotCall,
                consent,
                intent,
                qualification,
                custom,
                facts,
                receivedAt);
    }

    NewLead receivedAt(@Nullable Instant at) {
        return new NewLead(
                externalId,
                email,
                phone,
                firstName,
                lastName,
                company,
                jobTitle,
                country,
                city,
                timeZone,
                channel,
                source,
                campaign,
                supplier,
                leadType,
                message,
                emailOptOut,
                doNotCall,
                consent,
                intent,
                qualification,
                custom,
                facts,
                at);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
