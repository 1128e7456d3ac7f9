package io.leadbaton.rep;

/** An absence ended: its date was reached, or the rep came back earlier. */
public record RepBack(String userId) {}
