package io.leadbaton.lead;

import java.time.Instant;
import java.util.Map;

/** One line of a lead's timeline: who did what, when, and what there is to know about it. */
public record LeadEvent(int seq, Instant at, String actor, String type, String summary, Map<String, Object> details) {}
