package io.leadbaton.web;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything else: asks a visitor to come back in a few seconds when too many wait for the database already, or when it does
 * not answer. Whoever gets this answer knows that nothing was stored.
 */
class Overload extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Overload.class);

    private static final Pattern NEEDS_NO_DATABASE =
            Pattern.compile("/(webjars|css|js|img)/.*|/favicon\\..*|/actuator/health(/.*)?");

    private final HikariDataSource database;
    private final int longestLine;
    private final Counter turnedAway;

    Overload(HikariDataSource database, int longestLine, MeterRegistry meters) {
        this.database = database;
        this.longestLine = longestLine;
        this.turnedAway = Counter.builder("leadbaton.requests.turned.away")
                .description("requests answered with 503: try again")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NEEDS_NO_DATABASE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (waiting() >= longestLine) {
            turnAway(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseAway.isBehind(e)) {
                throw e;
            }
            log.warn("The database did not answer a request: {}", e.getClass().getSimpleName());
            response.reset();
            turnAway(request, response);
        }
    }

    private int waiting() {
        HikariPoolMXBean pool = database.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        turnedAway.increment();
        String sentence = ErrorPages.sentence(HttpStatus.SERVICE_UNAVAILABLE);
        boolean program = ErrorPages.isForPrograms(request.getRequestURI());
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "5");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(program ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write((program ? PROBLEM : PAGE).replace("{sentence}", sentence));
    }

    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"{sentence}",\
            "errors":[{"pointer":"","code":"try-later","message":"{sentence}"}]}""";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>One moment · Leadbaton</title></head>
            <body><h1>One moment, please</h1><p>{sentence}</p></body></html>
            """;

    /** Before sessions are looked up. */
    @Configuration
    static class Place {

        @Bean
        FilterRegistrationBean<Overload> overload(
                HikariDataSource database,
                @Value("${leadbaton.longest-line:64}") int longestLine,
                MeterRegistry meters) {
            var filter = new FilterRegistrationBean<>(new Overload(database, longestLine, meters));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
            return filter;
        }
    }
}
