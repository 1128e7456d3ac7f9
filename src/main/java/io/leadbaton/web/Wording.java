package io.leadbaton.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes instants and technical names as people read them; templates call it {@code @say}. */
@Component("say")
public class Wording {

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** In UTC; the browser turns it into the reader's own time where it may run scripts. */
    public String when(@Nullable Instant at) {
        return at == null ? "" : READABLE.format(at);
    }

    /** "1 minute", "2 minutes". */
    public static String count(long number, String thing) {
        return number + " " + noun(number, thing);
    }

    /** The thing alone, where its number stands elsewhere. */
    public static String noun(long number, String thing) {
        return number == 1 ? thing : thing + "s";
    }

    /** Seconds as "45 s", "30 min" or "26 h 5 min". */
    public static String length(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long hours = seconds / 3600;
        long minutes = seconds % 3600 / 60;
        return ((hours == 0 ? "" : hours + " h ") + (minutes == 0 ? "" : minutes + " min")).strip();
    }

    /** {@code firstResponse}, {@code ON_HOLD} and {@code meeting-booked} read "First response", "On hold", "Meeting booked". */
    public String words(@Nullable String name) {
        if (name == null || name.isEmpty() || name.matches("MQL|SQL")) {
            return name == null ? "" : name;
        }
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String spaced = (constant ? name.toLowerCase(Locale.ROOT) : name)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_-]", " ")
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
