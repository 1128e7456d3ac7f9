package io.leadbaton.lead;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which mail addresses are worth keeping, and how they are written. */
final class Mails {

    private static final int LONGEST = 254;
    private static final EmailValidator VALIDATOR =
            JMail.strictValidator().requireTopLevelDomain().disallowIpDomain().disallowQuotedIdentifiers();

    private Mails() {}

    static boolean isUsable(String address) {
        return address.length() <= LONGEST
                && address.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
                && address.chars().noneMatch(c -> "\"(),:;<>[\\]".indexOf(c) >= 0)
                && VALIDATOR.isValid(address);
    }

    /** With the domain in lower case; what stands before it may matter to its owner. */
    static @Nullable String normal(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@') + 1;
        return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }
}
