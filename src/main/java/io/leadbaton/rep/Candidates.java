package io.leadbaton.rep;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Those on the roster to whom a person could give a lead: who is there first, seniors last, then who has least to do. */
@Component
public class Candidates {

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::available)
            .reversed()
            .thenComparing(Candidate::senior)
            .thenComparing(Candidate::openLeads)
            .thenComparing(Candidate::name);

    private final Workloads workloads;
    private final Clock clock;

    Candidates(Workloads workloads, Clock clock) {
        this.workloads = workloads;
        this.clock = clock;
    }

    public List<Candidate> all() {
        Instant now = clock.instant();
        return workloads.all().stream()
                .filter(load -> load.rep().active())
                .map(load -> Candidate.of(load.rep(), load.leads().open(), now))
                .sorted(ORDER)
                .toList();
    }
}
