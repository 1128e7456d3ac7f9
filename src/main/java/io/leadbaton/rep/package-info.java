/**
 * The people who work leads: who they are, who is there now, who gets the next lead.
 *
 * <p>Knows leads by their id only. Publishes {@code RepAway} and {@code RepBack}. Process: {@code absence}.
 */
@NullMarked
package io.leadbaton.rep;

import org.jspecify.annotations.NullMarked;
