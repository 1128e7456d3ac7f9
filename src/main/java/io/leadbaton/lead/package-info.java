/**
 * The lead: who it is, at which stage it stands, everything that happened to it, and the doors it comes in by.
 *
 * <p>A stage changes only through {@link io.leadbaton.lead.Leads#move}, which refuses an illegal move with a sentence and
 * leaves who, when and why. Publishes {@code LeadReceived}, {@code LeadSignalled}, {@code PolicyRenewed} and {@code PersonErased}; hears the clocks of
 * {@code sla} and writes their story into the lead's timeline. Process: {@code registration}.
 */
@NullMarked
package io.leadbaton.lead;

import org.jspecify.annotations.NullMarked;
