/**
 * The promises marketing and sales made each other: what was promised for a lead, the clocks that watch it, what happens when one
 * runs out, and in whose hours they count.
 *
 * <p>Knows leads by their id only. Publishes {@code ClockStarted}, {@code ClockClosed} and {@code ClockMissed}. Process: {@code
 * escalation}.
 */
@NullMarked
package io.leadbaton.sla;

import org.jspecify.annotations.NullMarked;
