package io.leadbaton;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open task somebody may see: which lead it is about, and when it is due. */
public record LeadTask(String id, String leadId, @Nullable Instant due) {}
