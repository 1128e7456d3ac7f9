package io.leadbaton.cadence;

import io.leadbaton.lead.Lead;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ordered attempts to reach a lead.
 *
 * @param channels used in turn, from the first again when all were used
 * @param gapMinutes wall time before each attempt, counted from the one before; the last one repeats
 * @param secondVoice whether a senior rep tries again when this plan fails
 */
record ContactPlan(int attempts, List<String> channels, List<Integer> gapMinutes, boolean secondVoice) {

    static final int FEWEST = 5;
    static final int MOST = 10;
    private static final Pattern GAP = Pattern.compile("(\\d{1,4}) ?(min|h|d)");

    ContactPlan {
        if (attempts < FEWEST || attempts > MOST) {
            throw new IllegalArgumentException(
                    "a contact plan has %d to %d attempts, not %d".formatted(FEWEST, MOST, attempts));
        }
        if (channels.isEmpty() || channels.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a contact plan names its channels, as in \"phone, email\"");
        }
    }

    /** Reads a row of the table {@code cadencePlan}. */
    static ContactPlan of(Map<String, ?> row) {
        return new ContactPlan(
                Integer.parseInt(String.valueOf(row.get("attempts"))),
                parts(String.valueOf(row.get("channels"))),
                parts(String.valueOf(row.get("gaps"))).stream()
                        .map(ContactPlan::minutes)
                        .toList(),
                Boolean.TRUE.equals(row.get("secondVoice")));
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }

    private static int minutes(String gap) {
        Matcher read = GAP.matcher(gap);
        if (!read.matches()) {
            throw new IllegalArgumentException("\"%s\" is no gap; write 30 min, 4 h or 2 d".formatted(gap));
        }
        int count = Integer.parseInt(read.group(1));
        return switch (read.group(2)) {
            case "min" -> count;
            case "h" -> count * 60;
            default -> count * 24 * 60;
        };
    }

    /** @param number of the attempt within this plan, from 1 */
    String channel(int number) {
        return channels.get((number - 1) % channels.size());
    }

    /** On which channel the next attempt is really made. */
    ContactChannel channelFor(Lead lead) {
        return ContactChannel.of(channel(lead.attemptsMade() + 1)).openTo(lead);
    }

    /** @param number of the attempt within this plan, from 1 */
    Duration gapBefore(int number) {
        return Duration.ofMinutes(gapMinutes.get(Math.min(number, gapMinutes.size()) - 1));
    }
}
