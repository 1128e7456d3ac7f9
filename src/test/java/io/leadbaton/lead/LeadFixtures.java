package io.leadbaton.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leads as they lie in the database. */
final class LeadFixtures {

    private LeadFixtures() {}

    static Lead aLeadInWork(int attemptsMade, @Nullable String disposition) {
        return aLead(Stage.WORKING, attemptsMade, disposition, false);
    }

    static Lead aLead(Stage stage, int attemptsMade, @Nullable String disposition, boolean contacted) {
        return new Lead(
                new LeadId("lead"),
                stage,
                null,
                "chat",
                "chat",
                "rep1",
                "inside",
                true,
                false,
                false,
                false,
                true,
                true,
                1,
                attemptsMade,
                5,
                true,
                false,
                contacted,
                false,
                false,
                null,
                null,
                disposition,
                null,
                Instant.EPOCH);
    }
}
