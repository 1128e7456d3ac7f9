package io.leadbaton.sla;

import io.leadbaton.sla.calendar.BusinessTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the hours that count for a promise: the rep's, the team's, or day and night. */
@Component
class OpeningHours {

    /** The calendar of everybody whom no other one names. */
    static final String DEFAULT = "default";

    private static final Hours DAY_AND_NIGHT = new Hours(null, 0, new BusinessTime(null));

    private final CalendarVersions versions;
    private final Map<CalendarVersions.Name, Hours> known = new ConcurrentHashMap<>();

    OpeningHours(CalendarVersions versions) {
        this.versions = versions;
    }

    /** The hours that count for a promise of this lead and owner from now on. */
    Hours counting(Promise promise, String leadId, @Nullable String owner) {
        return switch (promise.hours()) {
            case "none" -> DAY_AND_NIGHT;
            case "rep" -> version(versions.counting(true, leadId, owner));
            default -> version(versions.counting(false, leadId, owner));
        };
    }

    /** The hours of the team that has the lead. */
    Hours ofTeam(String leadId) {
        return version(versions.counting(false, leadId, null));
    }

    /** The newest version of a calendar; null for day and night. */
    Hours newest(@Nullable String calendarId) {
        return calendarId == null ? DAY_AND_NIGHT : version(calendarId, versions.newest(calendarId));
    }

    /** A version of a calendar as it was; a null id for day and night. */
    Hours version(@Nullable String calendarId, int version) {
        return calendarId == null ? DAY_AND_NIGHT : version(new CalendarVersions.Name(calendarId, version));
    }

    /** A version never changes, so it is read once. */
    private Hours version(CalendarVersions.Name name) {
        Hours hours = known.get(name);
        if (hours == null) {
            hours = read(name);
            known.put(name, hours);
        }
        return hours;
    }

    private Hours read(CalendarVersions.Name name) {
        return new Hours(
                name.id(),
                name.version(),
                new BusinessTime(versions.get(name).read().calendar()));
    }
}
