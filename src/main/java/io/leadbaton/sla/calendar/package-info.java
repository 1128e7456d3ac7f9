/**
 * Business time: what a promise of minutes, business minutes or business days means between two instants, in the opening hours and
 * holidays of one calendar, with a reason for each stretch that does not count. Plain {@code java.time}; knows no lead and no clock.
 */
@NullMarked
package io.leadbaton.sla.calendar;

import org.jspecify.annotations.NullMarked;
