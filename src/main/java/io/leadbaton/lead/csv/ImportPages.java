package io.leadbaton.lead.csv;

import io.leadbaton.Refused;
import io.leadbaton.lead.csv.ImportQueue.Queued;
import io.leadbaton.web.Page;
import io.leadbaton.web.RequestRefused;
import java.io.IOException;
import java.security.Principal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of leads for people: sending one and watching it go in. */
@Page
class ImportPages {

    private static final int SHOWN = 20;

    private final ImportQueue queue;
    private final Imports imports;
    private final ImportMappings mappings;

    ImportPages(ImportQueue queue, Imports imports, ImportMappings mappings) {
        this.queue = queue;
        this.imports = imports;
        this.mappings = mappings;
    }

    @GetMapping("/imports")
    String imports(Model model) {
        model.addAttribute("mappings", mappings.all());
        model.addAttribute("imports", imports.latest(SHOWN));
        return "imports";
    }

    /** Only the list, for the page to renew it while something is on its way. */
    @GetMapping("/imports/progress")
    String progress(Model model) {
        model.addAttribute("imports", imports.latest(SHOWN));
        return "imports :: list";
    }

    @PostMapping("/imports")
    String send(
            @RequestParam MultipartFile file, @RequestParam String source, Principal sender, RedirectAttributes next)
            throws IOException {
        try {
            Queued queued = queue.queue(file.getInputStream(), source, sender.getName());
            next.addFlashAttribute(
                    "done", queued.known() ? "This file was sent before; here it is." : "The file is on its way in.");
        } catch (Refused refusal) {
            next.addFlashAttribute("refusal", refusal.sentence());
        } catch (RequestRefused refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/imports";
    }
}
