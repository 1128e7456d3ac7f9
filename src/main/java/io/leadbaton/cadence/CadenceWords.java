package io.leadbaton.cadence;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names how a rep may reach a lead, and what may come of it. */
@Component
class CadenceWords implements WordSource {

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        return Map.of(
                WordKind.ATTEMPT_CHANNEL,
                ContactChannel.KNOWN.stream().map(ContactChannel::wire).toList(),
                WordKind.OUTCOME,
                Arrays.stream(Outcome.values()).map(Outcome::wire).toList());
    }
}
