/**
 * The hand-off of a lead: from marketing to a rep, back to marketing when the rep rejects it, and on to a senior rep when the first
 * one failed.
 *
 * <p>While a colleague covers for a rep who is away, what the rep promised stands still. Processes: {@code handoff}, {@code reassignment}.
 */
@NullMarked
package io.leadbaton.handoff;

import org.jspecify.annotations.NullMarked;
