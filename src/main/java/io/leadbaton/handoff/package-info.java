/**
 * The hand-off of a lead: from marketing to a rep, back to marketing when the rep rejects it, and on to a senior rep when the first
 * one failed.
 *
 * <p>Processes: {@code handoff}, {@code reassignment}.
 */
@NullMarked
package io.leadbaton.handoff;

import org.jspecify.annotations.NullMarked;
