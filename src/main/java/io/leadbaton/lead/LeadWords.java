package io.leadbaton.lead;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names what tables and diagrams may say about a lead. */
@Component
class LeadWords implements WordSource {

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        return Map.of(
                WordKind.STAGE, Arrays.stream(Stage.values()).map(Stage::name).toList(),
                WordKind.LEAD_TYPE, IntakeChecks.LEAD_TYPES,
                WordKind.CHANNEL, IntakeChecks.CHANNELS,
                WordKind.REASON,
                        Arrays.stream(Reason.values()).map(Reason::wire).toList(),
                WordKind.FACT, LeadFacts.NAMES);
    }
}
