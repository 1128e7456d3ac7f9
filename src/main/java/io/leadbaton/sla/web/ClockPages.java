package io.leadbaton.sla.web;

import io.leadbaton.Refused;
import io.leadbaton.sla.Clause;
import io.leadbaton.sla.Excuses;
import io.leadbaton.sla.Explanation;
import io.leadbaton.sla.Explanations;
import io.leadbaton.web.FormAnswer;
import io.leadbaton.web.Page;
import io.leadbaton.web.Visitor;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A clock for people: how its deadline came about, what happened, and whether a breach shall count. */
@Page
class ClockPages {

    private static final String EXCUSED = "Excused: it counts in the gross figures only.";

    private final Explanations explanations;
    private final Excuses excuses;

    ClockPages(Explanations explanations, Excuses excuses) {
        this.explanations = explanations;
        this.excuses = excuses;
    }

    @GetMapping("/clocks/{id}")
    String clock(@PathVariable String id, @ModelAttribute("me") Visitor me, Model model) {
        Explanation explanation = explanations.of(id);
        model.addAttribute("clock", explanation);
        model.addAttribute(
                "title", "Promise: " + Clause.named(explanation.clause()).inWords());
        model.addAttribute("missed", explanation.state().equals("missed"));
        model.addAttribute("mine", me.name().equals(explanation.owner()));
        return "clock";
    }

    @PostMapping("/clocks/{id}/excuse")
    @PreAuthorize("hasRole('sales-manager')")
    String excuse(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return answer(id, () -> excuses.excuse(id, reason), EXCUSED, next);
    }

    /** As {@link #excuse}, from the page of the lead. */
    @PostMapping("/clocks/{id}/excuse-on-lead")
    @PreAuthorize("hasRole('sales-manager')")
    String excuseOnLead(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return new FormAnswer("/leads/" + explanations.of(id).leadId(), "excuse-" + id, Map.of("reason", reason))
                .after(() -> excuses.excuse(id, reason), EXCUSED, next);
    }

    @PostMapping("/clocks/{id}/contest")
    String contest(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return answer(id, () -> excuses.contest(id, reason), "Your managers were asked.", next);
    }

    private static String answer(String id, Runnable work, String done, RedirectAttributes next) {
        try {
            work.run();
            next.addFlashAttribute("done", done);
        } catch (Refused refusal) {
            next.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/clocks/" + id;
    }
}
