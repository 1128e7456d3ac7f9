package io.leadbaton.cadence;

import io.leadbaton.NextAttempt.Address;
import io.leadbaton.lead.Lead;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a lead.
 *
 * @param wire its word in a contact plan
 * @param todo what a rep is asked to do
 * @param name as it reads behind "by"
 * @param address what of the person it needs; whoever wants no mails or no calls is not reached by it
 */
public record ContactChannel(
        String wire, String todo, String name, @Nullable Address address) {

    static final ContactChannel PHONE = new ContactChannel("phone", "Call", "phone", Address.PHONE);
    static final ContactChannel EMAIL = new ContactChannel("email", "Write an e-mail", "e-mail", Address.EMAIL);

    /** Those with words of their own; a plan may name others. */
    public static final List<ContactChannel> KNOWN = List.of(
            PHONE,
            EMAIL,
            new ContactChannel("linkedin", "LinkedIn message", "LinkedIn", null),
            new ContactChannel("sms", "Text message", "SMS", Address.PHONE),
            new ContactChannel("whatsapp", "WhatsApp message", "WhatsApp", Address.PHONE));

    /** However a plan spells it: "E-Mail" must not get around the wish for no mails. */
    public static ContactChannel of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return KNOWN.stream()
                .filter(known -> known.wire.equals(plain))
                .findFirst()
                .orElseGet(() -> new ContactChannel(word, "Reach out by " + word, word, null));
    }

    /** This one, or the other of phone and mail when the lead cannot or does not want to be reached on it. */
    ContactChannel openTo(Lead lead) {
        if (address == Address.EMAIL && !lead.mayBeMailed()) {
            return PHONE;
        }
        return address == Address.PHONE && !lead.mayBeCalled() ? EMAIL : this;
    }
}
