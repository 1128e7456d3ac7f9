package io.leadbaton.lead;

import io.leadbaton.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's enquiry on its way through marketing and sales; without anything that identifies the person. */
public record Lead(
        LeadId id,
        Stage stage,
        @Nullable String stageReason,
        String channel,
        @Nullable String leadType,
        @Nullable String owner,
        @Nullable String team,
        boolean salesReady,
        boolean emailOptOut,
        boolean emailBounced,
        boolean doNotCall,
        boolean hasEmail,
        boolean hasPhone,
        int cadenceRound,
        int attemptsMade,
        int attemptsPlanned,
        boolean secondVoiceDue,
        boolean secondVoice,
        boolean contacted,
        boolean badData,
        boolean replyWaiting,
        @Nullable Instant holdUntil,
        @Nullable Instant nextAttemptAt,
        @Nullable String disposition,
        @Nullable String dispositionReason,
        Instant receivedAt) {

    /** The fewest attempts before a lead that nobody reached may go back to nurture. */
    public static final int LEAST_ATTEMPTS = 5;

    /** Tells one hand-off from the next: how many contact plans were begun before it. */
    public int handOff() {
        return stage == Stage.ASSIGNED ? cadenceRound : cadenceRound - 1;
    }

    /** Which process works the lead now, by its id. */
    public String place() {
        return switch (stage) {
            case RECEIVED -> "assessment";
            case NURTURE -> "nurture";
            case MQL, REJECTED -> "handoff";
            case ASSIGNED -> disposition == null ? "handoff" : "reassignment";
            case WORKING, ON_HOLD -> owner == null ? "reassignment" : "cadence";
            case ENGAGED, SQL, OPPORTUNITY -> owner == null ? "reassignment" : "qualification";
            case WON, LOST, DISQUALIFIED, ARCHIVED, MERGED, SUPPRESSED, ERASED -> "";
        };
    }

    /** Somebody got the lead and has not said yet whether to work it. */
    public boolean waitsForItsOwner() {
        return stage == Stage.ASSIGNED && owner != null;
    }

    public boolean mayBeMailed() {
        return hasEmail && !emailOptOut && !emailBounced;
    }

    public boolean mayBeCalled() {
        return hasPhone && !doNotCall;
    }

    public boolean hasOpenChannel() {
        return mayBeMailed() || mayBeCalled();
    }

    /** Refuses a move that the stages or the agreement between marketing and sales forbid. */
    void checkMove(Stage to) {
        if (!stage.mayBecome(to)) {
            throw new Refused("A lead that is %s cannot become %s. Reload the page to see where it stands now."
                    .formatted(stage.inWords(), to.inWords()));
        }
        if (stage == Stage.WORKING || stage == Stage.ENGAGED) {
            checkEndOfWork(to);
        }
    }

    private void checkEndOfWork(Stage to) {
        boolean leavesWork = to == Stage.NURTURE || to == Stage.DISQUALIFIED || to == Stage.ASSIGNED;
        if (leavesWork && disposition == null) {
            throw new Refused("A lead in work needs a disposition before it becomes %s.".formatted(to.inWords()));
        }
        if (to == Stage.NURTURE && attemptsMade < LEAST_ATTEMPTS && !contacted && !badData && hasOpenChannel()) {
            throw new Refused("A lead goes back to nurture after %d attempts at the earliest; %d were made."
                    .formatted(LEAST_ATTEMPTS, attemptsMade));
        }
    }
}
