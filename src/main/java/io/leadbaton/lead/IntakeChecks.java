package io.leadbaton.lead;

import static io.leadbaton.lead.TextRules.LINE;
import static io.leadbaton.lead.TextRules.LONG_TEXT;

import io.leadbaton.Faults;
import io.leadbaton.FieldFault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether an incoming lead can be used, and brings mail and phone into one spelling. */
@Component
class IntakeChecks {

    static final List<String> CHANNELS = List.of(
            "web-form", "chat", "phone", "event", "webinar", "referral", "purchased", "live-transfer", "import", "api");
    static final List<String> LEAD_TYPES = List.of(
            "inbound", "chat", "event", "webinar", "referral", "purchased", "live-transfer", "imported", "recycled");

    /** Clocks of senders go wrong by seconds; what is further ahead is a mistake. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Phones phones;
    private final Clock clock;

    IntakeChecks(Phones phones, Clock clock) {
        this.phones = phones;
        this.clock = clock;
    }

    /** The lead in one spelling, or everything that is wrong with it. */
    NewLead accept(NewLead raw) {
        List<FieldFault> faults = faults(raw);
        if (!faults.isEmpty()) {
            throw new LeadRefused(faults);
        }
        NewLead lead = raw.tidied();
        return lead.reachedBy(Mails.normal(lead.email()), phones.normal(lead.phone(), lead.country()))
                .receivedAt(notAhead(lead.receivedAt()));
    }

    List<FieldFault> faults(NewLead raw) {
        NewLead lead = raw.tidied();
        Faults faults = new Faults();
        checkContact(lead, faults);
        checkTexts(lead, faults);
        checkWords(lead, faults);
        checkReceived("receivedAt", lead.receivedAt(), faults);
        FactRules.check(lead, faults);
        checkConsent(lead, faults);
        return faults.list();
    }

    private void checkContact(NewLead lead, Faults faults) {
        if (lead.email() == null && lead.phone() == null) {
            faults.add("email", "contact-missing", "Give an e-mail address or a phone number.");
        }
        if (lead.email() != null && !Mails.isUsable(lead.email())) {
            faults.add("email", "email-invalid", "This is not an e-mail address that mail can be sent to.");
        }
        if (lead.phone() != null && phones.normal(lead.phone(), lead.country()) == null) {
            faults.add("phone", "phone-invalid", "This is not a phone number; write it with its country code.");
        }
    }

    private static void checkTexts(NewLead lead, Faults faults) {
        TextRules.check("externalId", lead.externalId(), LINE, faults);
        TextRules.check("firstName", lead.firstName(), LINE, faults);
        TextRules.check("lastName", lead.lastName(), LINE, faults);
        TextRules.check("company", lead.company(), LINE, faults);
        TextRules.check("jobTitle", lead.jobTitle(), LINE, faults);
        TextRules.check("country", lead.country(), 100, faults);
        TextRules.check("city", lead.city(), 100, faults);
        TextRules.check("source", lead.source(), LINE, faults);
        TextRules.check("campaign", lead.campaign(), LINE, faults);
        TextRules.check("supplier", lead.supplier(), LINE, faults);
        TextRules.checkLines("message", lead.message(), LONG_TEXT, faults);
    }

    private static void checkWords(NewLead lead, Faults faults) {
        if (!CHANNELS.contains(lead.channel())) {
            faults.add("channel", "channel-unknown", "Use one of these channels: " + String.join(", ", CHANNELS) + ".");
        }
        if (lead.leadType() != null && !LEAD_TYPES.contains(lead.leadType())) {
            faults.add(
                    "leadType",
                    "lead-type-unknown",
                    "Use one of these lead types: " + String.join(", ", LEAD_TYPES) + ".");
        }
        if (lead.timeZone() != null && !ZONES.contains(lead.timeZone())) {
            faults.add("timeZone", "time-zone-unknown", "Use the name of a time zone as in Europe/Berlin.");
        }
    }

    private void checkReceived(String field, @Nullable Instant at, Faults faults) {
        if (at == null) {
            return;
        }
        if (at.isAfter(clock.instant().plus(TOLERANCE))) {
            faults.add(field, "in-the-future", "This instant lies in the future.");
        } else if (at.isBefore(Instant.EPOCH)) {
            faults.add(field, "too-long-ago", "This instant lies before 1970.");
        }
    }

    private void checkConsent(NewLead lead, Faults faults) {
        for (String key : lead.consent().keySet()) {
            if (!Set.of("basis", "at", "text").contains(key)) {
                faults.add("consent", "unknown-property", "Consent has basis, at and text.");
            }
        }
        FactRules.checkText("consent/basis", lead.consent().get("basis"), LINE, faults);
        FactRules.checkText("consent/text", lead.consent().get("text"), LONG_TEXT, faults);
        Object at = lead.consent().get("at");
        if (at != null) {
            checkConsentAt(at.toString(), faults);
        }
    }

    private void checkConsentAt(String at, Faults faults) {
        try {
            checkReceived("consent/at", Instant.parse(at), faults);
        } catch (DateTimeException e) {
            faults.add("consent/at", "not-an-instant", "Write an instant as in 2026-01-31T09:30:00Z.");
        }
    }

    private @Nullable Instant notAhead(@Nullable Instant at) {
        Instant now = clock.instant();
        return at != null && at.isAfter(now) ? now : at;
    }
}
