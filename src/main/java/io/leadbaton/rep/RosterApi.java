package io.leadbaton.rep;

import io.leadbaton.Faults;
import io.leadbaton.NotKnown;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roster for programs: who sells, in which team, and who is there. */
@RestController
@RequestMapping(path = "/api/v1/reps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "reps")
class RosterApi {

    private static final String KEEPERS = "hasAnyRole('sales-manager', 'sales-operations', 'camunda-admin')";

    private final Reps reps;
    private final RosterUsers users;
    private final RosterCalendars calendars;
    private final Absences absences;
    private final Clock clock;

    RosterApi(Reps reps, RosterUsers users, RosterCalendars calendars, Absences absences, Clock clock) {
        this.reps = reps;
        this.absences = absences;
        this.users = users;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param until end of the absence, null when it has none or the rep is there */
    record Entry(Rep rep, boolean available, @Nullable Instant until) {}

    @GetMapping
    @Operation(summary = "The roster")
    List<Entry> roster() {
        return reps.all().stream().map(this::entry).toList();
    }

    @PutMapping(path = "/{userId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(KEEPERS)
    @Operation(
            summary = "Put somebody on the roster, or change the entry; inactive reps get no leads",
            description = "A rep works the hours of the team, unless the field calendar names a calendar in force.")
    Entry put(@PathVariable String userId, @RequestBody JsonBody body) {
        Rep rep = RosterBody.read(userId, body, calendars::isInForce);
        users.require(userId);
        reps.save(rep);
        return one(userId);
    }

    @PutMapping(path = "/{userId}/availability", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(KEEPERS + " or #userId == authentication.name")
    @Operation(
            summary = "Say that a rep is away (until an instant, or for good) or back",
            description = "While a cover is named, what the rep promised stands still until the end of the absence.")
    Entry availability(@PathVariable String userId, @RequestBody JsonBody body) {
        Faults faults = new Faults();
        JsonFields fields = body.fields(faults);
        boolean available = fields.flag("available");
        Instant until = fields.instant("until");
        String cover = fields.text("cover");
        fields.nothingElse();
        if (until != null && (available || !until.isAfter(clock.instant()))) {
            faults.add("until", "not-used-here", "An absence ends in the future; who is there needs no end.");
        }
        if (cover != null) {
            checkCover(userId, available, until, cover, faults);
        }
        faults.refuseIfAny();
        one(userId);
        if (available) {
            reps.back(userId);
        } else {
            absences.announce(userId, until, cover);
        }
        return one(userId);
    }

    private void checkCover(String userId, boolean available, @Nullable Instant until, String cover, Faults faults) {
        if (available) {
            faults.add("cover", "not-used-here", "Who is there needs no cover.");
            return;
        }
        absences.objection(userId, cover).ifPresent(sentence -> faults.add("cover", "cannot-cover", sentence));
        if (until == null) {
            faults.add("until", "required-with-cover", "Say until when, as a colleague covers.");
        }
    }

    private Entry one(String userId) {
        return reps.find(userId).map(this::entry).orElseThrow(() -> new NotKnown("There is no such rep."));
    }

    private Entry entry(Rep rep) {
        boolean available = rep.isAvailable(clock.instant());
        Instant until = rep.awayUntil() != null ? rep.awayUntil() : rep.silentUntil();
        return new Entry(rep, available, available ? null : until);
    }
}
