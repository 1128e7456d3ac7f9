package io.leadbaton.lead;

import io.leadbaton.Faults;
import org.jspecify.annotations.Nullable;

/** How long a text of a lead may be and which characters it may hold: none that a database, a mail header or a reader stumbles over. */
final class TextRules {

    static final int LINE = 200;
    static final int LONG_TEXT = 10_000;

    private TextRules() {}

    static void check(String field, @Nullable String text, int longest, Faults faults) {
        check(field, text, longest, false, faults);
    }

    /** As {@link #check}, with line breaks and tabs allowed. */
    static void checkLines(String field, @Nullable String text, int longest, Faults faults) {
        check(field, text, longest, true, faults);
    }

    private static void check(String field, @Nullable String text, int longest, boolean lines, Faults faults) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            faults.add(field, "too-long", "At most " + longest + " characters fit here.");
        } else if (!text.codePoints().allMatch(c -> isReadable(c, lines))) {
            faults.add(field, "characters-not-allowed", "Control characters cannot be used here.");
        }
    }

    private static boolean isReadable(int c, boolean lines) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return lines;
        }
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean halfCharacter = c >= 0xD800 && c <= 0xDFFF;
        return !Character.isISOControl(c) && !turnsDirection && !halfCharacter;
    }
}
