package io.leadbaton.rep;

import io.leadbaton.WaitingTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a lead, and to whom it could be given.
 *
 * @param owner null when nobody has it
 * @param waitsFor the open task, null between two attempts and once the lead is closed
 * @param mayBeGiven false while there is nothing that a rep could be given
 * @param reps empty when it may not be given
 */
public record OwnerChoice(
        @Nullable String owner, @Nullable WaitingTask waitsFor, boolean mayBeGiven, List<Candidate> reps) {}
