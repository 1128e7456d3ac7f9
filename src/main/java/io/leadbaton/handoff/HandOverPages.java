package io.leadbaton.handoff;

import io.leadbaton.Collided;
import io.leadbaton.Refused;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Note;
import io.leadbaton.web.FormAnswer;
import io.leadbaton.web.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a lead an owner, from its page, or reminds those who have to look at it first. */
@Page
class HandOverPages {

    private static final String MANAGERS = "hasAnyRole('sales-manager', 'sales-operations')";

    private final OwnerChanges changes;
    private final Reminders reminders;
    private final Function<String, Optional<String>> lastWord;

    HandOverPages(
            OwnerChanges changes,
            Reminders reminders,
            @Qualifier("lastWord") Function<String, Optional<String>> lastWord) {
        this.changes = changes;
        this.reminders = reminders;
        this.lastWord = lastWord;
    }

    @PostMapping("/leads/{id}/owner")
    @PreAuthorize(MANAGERS)
    String handOver(
            @PathVariable String id,
            @RequestParam String rep,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String from,
            RedirectAttributes next) {
        LeadId lead = LeadId.of(id);
        boolean hadOwner = from == null || !from.isEmpty();
        return new FormAnswer("/leads/" + lead, "hand-over", Map.of("rep", rep, "reason", reason))
                .after(
                        () -> handOver(lead, rep, reason, from),
                        hadOwner ? "The lead has changed hands." : "The lead has an owner now.",
                        next);
    }

    /** Why a lead that nobody had gets an owner goes without saying. */
    private void handOver(LeadId lead, String rep, String reason, @Nullable String from) {
        if (reason.isBlank() && !"".equals(from)) {
            throw new Refused("Say why the lead changes hands.");
        }
        try {
            changes.give(lead, rep, new Note(reason.strip()), from);
        } catch (Collided lost) {
            String first = lastWord.apply(lead.value()).orElse("");
            throw new Refused("Somebody else was faster. %s Look at it once more and try again.".formatted(first));
        }
    }

    @PostMapping("/leads/{id}/reminder")
    @PreAuthorize(MANAGERS)
    String remind(@PathVariable String id, RedirectAttributes next) {
        LeadId lead = LeadId.of(id);
        return new FormAnswer("/leads/" + lead, "waits", Map.of())
                .after(() -> reminders.remind(lead), "They find it on their home page now.", next);
    }
}
