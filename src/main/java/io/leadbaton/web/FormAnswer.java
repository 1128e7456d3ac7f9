package io.leadbaton.web;

import io.leadbaton.Refused;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where people come out after sending one of several forms of a page: at its top with what was done, or back at the form with the
 * reason why not and what they had typed.
 *
 * @param page its path
 * @param form id of the form's place on the page
 * @param typed what was sent, by field
 */
public record FormAnswer(String page, String form, Map<String, String> typed) {

    public String after(Runnable work, String done, RedirectAttributes next) {
        try {
            work.run();
            next.addFlashAttribute("done", done);
            return "redirect:" + page;
        } catch (Refused refusal) {
            next.addFlashAttribute("refusedForm", form);
            next.addFlashAttribute("refusedWhy", refusal.sentence());
            next.addFlashAttribute("typed", typed);
            return "redirect:" + page + "#" + form;
        }
    }
}
