package io.leadbaton.rep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a lead could be given to, with what they have to do already.
 *
 * @param cap most open leads at a time, null for as many as come
 * @param hindrance why not now, {@code away} or {@code silent}; null for who is there
 * @param until end of the hindrance, null when nobody knows or there is none
 */
public record Candidate(
        String userId,
        String name,
        String team,
        boolean senior,
        int openLeads,
        @Nullable Integer cap,
        @Nullable String hindrance,
        @Nullable Instant until) {

    static Candidate of(Rep rep, int openLeads, Instant now) {
        boolean away = rep.isAway(now);
        boolean available = rep.isAvailable(now);
        return new Candidate(
                rep.userId(),
                rep.name(),
                rep.team(),
                rep.senior(),
                openLeads,
                rep.cap(),
                available ? null : away ? "away" : "silent",
                available ? null : away ? rep.awayUntil() : rep.silentUntil());
    }

    public boolean available() {
        return hindrance == null;
    }

    /** As it stands in a list to choose from. */
    public String label() {
        String load = cap == null ? "%d open".formatted(openLeads) : "%d of %d open".formatted(openLeads, cap);
        return "%s (%s%s, %s)%s"
                .formatted(name, team, senior ? ", senior" : "", load, available() ? "" : ": " + inWords(hindrance));
    }

    private static String inWords(@Nullable String hindrance) {
        return "silent".equals(hindrance) ? "did not answer a lead just now" : "away";
    }
}
