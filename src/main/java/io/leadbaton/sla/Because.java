package io.leadbaton.sla;

import io.leadbaton.web.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one sentence how a deadline came about. */
final class Because {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Because() {}

    static String of(List<Explanation.Stretch> stretches, Instant due, String zone) {
        ZoneId place = ZoneId.of(zone);
        String counted =
                stretches.stream().map(stretch -> inWords(stretch, place)).collect(Collectors.joining(", "));
        return "Due " + DAY_AND_TIME.format(due.atZone(place)) + " (" + zone + ")"
                + (counted.isEmpty() ? "" : " because " + counted);
    }

    private static String inWords(Explanation.Stretch stretch, ZoneId place) {
        return switch (stretch.kind()) {
            case "counted" -> span(stretch, place) + " counted " + Wording.length(stretch.seconds());
            case "paused" -> span(stretch, place) + " stood still";
            default -> stretch.reason() + " skipped";
        };
    }

    private static String span(Explanation.Stretch stretch, ZoneId place) {
        var from = stretch.from().atZone(place);
        var to = stretch.to().atZone(place);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return DAY_AND_TIME.format(from) + "–" + (sameDay ? TIME : DAY_AND_TIME).format(to);
    }
}
