package io.leadbaton.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before Camunda's own APIs: what people send passes only where a lead's data cannot end up in the engine. */
class EngineDoors extends OncePerRequestFilter {

    private static final int LONGEST_BODY = 256 * 1024;

    private final ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private final Submission submission;
    private final EndedTasks ended;

    EngineDoors(Submission submission, EndedTasks ended) {
        this.submission = submission;
        this.ended = ended;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> shut = ShutDoor.refusalOf(request.getMethod(), pathOf(request));
        if (shut.isPresent()) {
            refuse(response, 403, shut.get());
        } else if (Collections.list(request.getParameterNames()).stream()
                .anyMatch(name -> !QueryTexts.allow(name, request.getParameter(name)))) {
            refuse(response, 403, QueryTexts.SENTENCE);
        } else if (isJson(request)) {
            passBody(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void passBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(response, 413, "That is too much for one request.");
            return;
        }
        Optional<String> task = Submission.taskAt(pathOf(request));
        Optional<String> refusal = refusalOf(pathOf(request), body);
        // Asked last: the task may have ended while its form was looked at, and then no field is one of it.
        Optional<String> tooLate = task.flatMap(ended::whatBecameOf);
        if (tooLate.isPresent()) {
            refuse(response, 409, tooLate.get());
        } else if (refusal.isPresent()) {
            refuse(response, 403, refusal.get());
        } else if (task.isPresent()) {
            complete(task.get(), new RereadRequest(request, body), response, chain);
        } else {
            chain.doFilter(new RereadRequest(request, body), response);
        }
    }

    /** Two who do something with a lead at the same moment: the second is told what the first did. */
    private void complete(String task, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        Optional<String> tooLate = held.getStatus() < 400 ? Optional.empty() : whoWasFirst(task, held);
        if (tooLate.isPresent()) {
            held.reset();
            refuse(held, 409, tooLate.get());
        }
        held.copyBodyToResponse();
    }

    /** A task that is open still met one timer after the other: whoever tries again will win. */
    private Optional<String> whoWasFirst(String task, ContentCachingResponseWrapper held) {
        String answer = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
        return ended.whatBecameOf(task)
                .or(() -> Optional.of("A timer changed this lead at the same moment. Try again.")
                        .filter(sentence -> answer.contains("OptimisticLockingException")));
    }

    private Optional<String> refusalOf(String path, byte[] body) {
        try {
            JsonNode sent = body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
            return QueryTexts.allow(sent) ? submission.refusalOf(path, sent) : Optional.of(QueryTexts.SENTENCE);
        } catch (JsonProcessingException malformed) {
            return Optional.of("This is not the JSON that was expected.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().contains("json");
    }

    /** Decoded, without the engine's name, so that no other spelling of a path is another path. */
    private static String pathOf(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        return path.replaceAll("/+", "/").replaceFirst("^/engine/[^/]+", "").replaceFirst("(?<=.)/$", "");
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), Map.of("type", "Refused", "message", sentence));
    }

    /** Behind the login, before Camunda. */
    @Configuration
    static class Place {

        @Bean
        FilterRegistrationBean<EngineDoors> engineDoors(Submission submission, EndedTasks ended) {
            var filter = new FilterRegistrationBean<>(new EngineDoors(submission, ended));
            filter.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
            filter.setOrder(202);
            return filter;
        }
    }
}
