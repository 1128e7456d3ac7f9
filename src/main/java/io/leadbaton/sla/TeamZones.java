package io.leadbaton.sla;

import java.time.ZoneId;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Says for a lead where the clocks of its team's office hang. */
@Component("teamZoneOfLead")
class TeamZones implements Function<String, ZoneId> {

    private final OpeningHours hours;

    TeamZones(OpeningHours hours) {
        this.hours = hours;
    }

    @Override
    public ZoneId apply(String leadId) {
        return hours.ofTeam(leadId).zone();
    }
}
