package io.leadbaton.lead.web;

import io.leadbaton.FormDates;
import io.leadbaton.Refused;
import io.leadbaton.lead.Corrector;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import io.leadbaton.lead.Stage;
import io.leadbaton.web.Page;
import io.leadbaton.web.Visitor;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads for people: finding one, seeing everything about it, telling what was heard from it. */
@Page
class LeadPages {

    private final LeadSearch search;
    private final ShownLeads shown;
    private final LeadHistory history;
    private final LeadPageContent content;
    private final ManagedLeads panels;
    private final Clock clock;
    private final Function<String, Optional<String>> instanceOfLead;

    LeadPages(
            LeadSearch search,
            ShownLeads shown,
            LeadHistory history,
            LeadPageContent content,
            ManagedLeads panels,
            Clock clock,
            @Qualifier("instanceOfLead") Function<String, Optional<String>> instanceOfLead) {
        this.search = search;
        this.shown = shown;
        this.history = history;
        this.content = content;
        this.panels = panels;
        this.clock = clock;
        this.instanceOfLead = instanceOfLead;
    }

    @GetMapping("/leads")
    String leads(@RequestParam Map<String, String> parameters, Model model) {
        LeadQuery query = LeadQuery.of(parameters);
        model.addAttribute("query", query);
        model.addAttribute("page", search.find(query));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("owners", content.owners());
        return "leads";
    }

    @GetMapping("/leads/{id}")
    String lead(@PathVariable String id, @ModelAttribute("me") Visitor me, Model model) {
        ShownLead lead = shown.get(LeadId.of(id));
        model.addAttribute("lead", lead);
        model.addAttribute("next", content.next(lead));
        model.addAttribute("timeline", newestFirst(LeadId.of(id)));
        model.addAttribute("attempts", content.attempts(id, Corrector.of(me, clock.instant())));
        model.addAttribute("outcomes", content.outcomes());
        Stage stage = Stage.valueOf(lead.stage());
        model.addAttribute("signals", SignalChoice.at(stage, me.managesLeads()));
        model.addAttribute("panel", me.managesLeads() ? panels.of(lead, stage, me) : null);
        model.addAttribute(
                "instance", me.seesCockpit() ? instanceOfLead.apply(id).orElse(null) : null);
        return "lead";
    }

    private List<LeadEvent> newestFirst(LeadId id) {
        return history.timeline(id).stream()
                .sorted(Comparator.comparingInt(LeadEvent::seq).reversed())
                .toList();
    }

    @PostMapping("/leads/{id}/signals")
    String signal(
            @PathVariable String id,
            @RequestParam Signal.Type type,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable BigDecimal amount,
            RedirectAttributes next) {
        String words = note.isBlank() ? null : note.strip();
        answer(
                () -> history.signal(
                        LeadId.of(id), new Signal(type, null, FormDates.readIfGiven(until), words, amount)),
                "Noted.",
                next);
        return "redirect:/leads/" + LeadId.of(id);
    }

    @PostMapping("/leads/{id}/erase")
    @PreAuthorize("hasAnyRole('sales-manager', 'camunda-admin')")
    String erase(@PathVariable String id, RedirectAttributes next) {
        answer(() -> history.erase(LeadId.of(id)), "The person was erased.", next);
        return "redirect:/leads/" + LeadId.of(id);
    }

    private static void answer(Runnable work, String done, RedirectAttributes next) {
        try {
            work.run();
            next.addFlashAttribute("done", done);
        } catch (Refused refusal) {
            next.addFlashAttribute("refusal", refusal.sentence());
        }
    }
}
