package io.leadbaton.home;

import io.leadbaton.policy.LivePolicy;
import io.leadbaton.web.Page;
import io.leadbaton.web.Visitor;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows everybody where to go and what needs attention. */
@Page
class HomePage {

    private final LivePolicy policy;
    private final OpenNotices notices;
    private final HomeFigures figures;
    private final UnwatchedPromises unwatched;
    private final boolean demo;

    HomePage(
            LivePolicy policy,
            OpenNotices notices,
            HomeFigures figures,
            UnwatchedPromises unwatched,
            @Value("${leadbaton.demo:false}") boolean demo) {
        this.policy = policy;
        this.notices = notices;
        this.figures = figures;
        this.unwatched = unwatched;
        this.demo = demo;
    }

    @GetMapping("/")
    String home(@ModelAttribute("me") Visitor me, Model model) {
        model.addAttribute("figures", figures.figures(me.name()));
        model.addAttribute("notices", notices.open(me.name(), me.groups()));
        model.addAttribute("hasReps", figures.hasReps());
        model.addAttribute("unwatched", me.seesCockpit() ? unwatched.open() : List.of());
        model.addAttribute("refusal", policy.refusal());
        model.addAttribute("warnings", policy.warnings());
        model.addAttribute("ownsPolicy", me.is("process-owner", "sales-operations", "camunda-admin"));
        model.addAttribute("version", policy.version().orElse(null));
        model.addAttribute("demo", demo);
        return "home";
    }

    @PostMapping("/notices/{id}/done")
    String done(@PathVariable long id, Authentication login) {
        Visitor me = Visitor.of(login);
        notices.done(id, me.name(), me.groups());
        return "redirect:/";
    }
}
