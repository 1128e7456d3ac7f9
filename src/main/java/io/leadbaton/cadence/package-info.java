/**
 * The contact plan of a lead: five to ten attempts on set channels after set gaps, and what came of each.
 *
 * <p>Process: {@code cadence}.
 */
@NullMarked
package io.leadbaton.cadence;

import org.jspecify.annotations.NullMarked;
