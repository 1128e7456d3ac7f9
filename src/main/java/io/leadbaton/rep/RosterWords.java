package io.leadbaton.rep;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.WordKind;
import io.leadbaton.policy.WordSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names the teams and skills that somebody on the roster has; none while the roster is empty. */
@Component
class RosterWords implements WordSource {

    private final Reps reps;

    RosterWords(Reps reps) {
        this.reps = reps;
    }

    @Override
    public Map<WordKind, Collection<String>> words(PolicyFiles files) {
        List<Rep> active = reps.all().stream().filter(Rep::active).toList();
        return Map.of(
                WordKind.TEAM, active.stream().map(Rep::team).toList(),
                WordKind.SKILL,
                        active.stream().flatMap(rep -> rep.skills().stream()).toList());
    }
}
