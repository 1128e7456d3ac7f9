package io.leadbaton.sla;

import java.time.ZoneId;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Where the clocks of a team's office hang. */
@Component("zoneOfTeam")
class TeamZones implements Function<String, ZoneId> {

    private final OpeningHours hours;

    TeamZones(OpeningHours hours) {
        this.hours = hours;
    }

    @Override
    public ZoneId apply(String team) {
        return hours.newest("default").zone();
    }
}
