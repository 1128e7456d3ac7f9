package io.leadbaton.handoff;

/**
 * Where the table {@code routing} sends a lead.
 *
 * @param skill empty when none is needed
 * @param maxReps how many reps are asked before sales operations assigns by hand
 */
record Pool(String team, String skill, int maxReps) {}
