package io.leadbaton.rep;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the demo its sales people, unless a roster exists already. */
@Component
@ConditionalOnProperty("leadbaton.demo")
class DemoRoster {

    private final Reps reps;

    DemoRoster(Reps reps) {
        this.reps = reps;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void hire() {
        if (reps.all().isEmpty()) {
            reps.save(rep("rep1", "Rita Rahman", List.of(), "0.21", 14));
            reps.save(rep("rep2", "Ravi Rossi", List.of(), "0.18", 9));
            reps.save(rep("rep3", "Ruth Reyes", List.of("event"), "0.24", 30));
            reps.save(rep("rep4", "Rolf Renner", List.of("webinar"), "0.16", 5));
            reps.save(senior("senior1", "Sofia Sandoval"));
        }
    }

    private static Rep rep(String user, String name, List<String> skills, String closingRate, int months) {
        return new Rep(
                user,
                name,
                "inside",
                null,
                false,
                skills,
                100,
                null,
                new BigDecimal(closingRate),
                months,
                true,
                null,
                null,
                null,
                null);
    }

    private static Rep senior(String user, String name) {
        return new Rep(
                user,
                name,
                "inside",
                null,
                true,
                List.of(),
                100,
                null,
                new BigDecimal("0.38"),
                96,
                true,
                null,
                null,
                null,
                null);
    }
}
