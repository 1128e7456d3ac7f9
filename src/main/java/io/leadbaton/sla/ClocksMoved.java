package io.leadbaton.sla;

/** The clocks of a lead were paused or run again: the timers that watch them have to follow. */
public record ClocksMoved(String leadId, boolean paused) {}
