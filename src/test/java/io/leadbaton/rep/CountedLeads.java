package io.leadbaton.rep;

import org.springframework.stereotype.Component;

/** For tests that change who has which lead behind the service's back. */
@Component
public class CountedLeads {

    private final LeadCounts counts;

    CountedLeads(LeadCounts counts) {
        this.counts = counts;
    }

    /** What reps have is counted anew when somebody asks next. */
    public void changed() {
        counts.countAnew();
    }
}
