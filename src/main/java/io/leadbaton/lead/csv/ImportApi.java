package io.leadbaton.lead.csv;

import io.leadbaton.lead.csv.ImportQueue.Queued;
import io.leadbaton.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of leads for programs: sending one, asking how far it came, fetching what was rejected. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports")
class ImportApi {

    private final ImportQueue queue;
    private final Imports imports;

    ImportApi(ImportQueue queue, Imports imports) {
        this.queue = queue;
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a CSV file; the same file again answers 200 with the same import")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<Import> send(
            @RequestParam(required = false) @Nullable String source, HttpServletRequest request, Principal sender)
            throws IOException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw RequestRefused.wrongContent("Compressed bodies are not taken.");
        }
        Queued queued = queue.queue(request.getInputStream(), source, sender.getName());
        return ResponseEntity.status(queued.known() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/imports/" + queued.file().id()))
                .body(queued.file());
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The last imports, newest first")
    List<Import> latest() {
        return imports.latest(50);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Import file(@PathVariable String id) {
        return imports.get(id);
    }

    @GetMapping(path = "/{id}/rejects", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The rows that could not be used: line, field, reason")
    ResponseEntity<String> rejects(@PathVariable String id) {
        imports.get(id);
        String name =
                ContentDisposition.attachment().filename("rejects.csv").build().toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(RejectsFile.of(imports.rejects(id)));
    }
}
