package io.leadbaton.cadence;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names how a rep may reach a lead, and what may come of it. */
@Component
class CadenceWords implements WordSource {

    /** The first two know of opt-outs; the others are taken as they are. */
    private static final List<String> CHANNELS = List.of("phone", "email", "linkedin", "sms");

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        return Map.of(
                WordKind.ATTEMPT_CHANNEL,
                CHANNELS,
                WordKind.OUTCOME,
                Arrays.stream(Outcome.values()).map(Outcome::wire).toList());
    }
}
