package io.leadbaton.sla;

/** Clocks of a lead were paused or run again, for the reason given: the timers that watch them have to follow. */
public record ClocksMoved(String leadId, boolean paused, String why) {}
