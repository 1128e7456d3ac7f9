package io.leadbaton.lead;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells who did something about a lead last, what and when; empty for a lead nobody knows. */
@Component("lastWord")
class LastWord implements Function<String, Optional<String>> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final LeadEvents events;

    LastWord(LeadEvents events) {
        this.events = events;
    }

    @Override
    public Optional<String> apply(String leadId) {
        return events.latest(LeadId.of(leadId), 1).stream()
                .findFirst()
                .map(last -> "%s on %s: %s.".formatted(last.actor(), TIME.format(last.at()), last.summary()));
    }
}
