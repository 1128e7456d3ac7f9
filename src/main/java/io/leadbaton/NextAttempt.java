package io.leadbaton;

import org.jspecify.annotations.Nullable;

/**
 * The attempt to reach a lead that its contact plan asks for next.
 *
 * @param channel on which it is really made, as a contact plan writes it
 * @param todo what the rep is asked to do, as in "Call"
 * @param which one it is, as in "attempt 2 of 8"
 * @param to which of the person's addresses is used, null when the channel needs none that is known here
 */
public record NextAttempt(
        String channel, String todo, String which, @Nullable Address to) {

    /** What of a person a channel needs. */
    public enum Address {
        PHONE,
        EMAIL
    }
}
