package io.leadbaton.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Cockpit asks for some lists, such as the versions of a process, without an end: it gets the longest the engine gives. */
class LongestLists extends OncePerRequestFilter {

    private final String bound;

    LongestLists(int longest) {
        bound = "maxResults=" + longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request.getParameter("maxResults") == null ? bounded(request) : request, response);
    }

    private HttpServletRequest bounded(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getQueryString() {
                String query = super.getQueryString();
                return query == null ? bound : query + "&" + bound;
            }
        };
    }

    /** Behind the doors; programs at /engine-rest are told instead that they forgot the bound. */
    @Configuration
    static class Place {

        @Bean
        FilterRegistrationBean<LongestLists> longestLists(
                @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int longest) {
            var filter = new FilterRegistrationBean<>(new LongestLists(longest));
            filter.addUrlPatterns("/camunda/api/engine/*", "/camunda/api/cockpit/*");
            filter.setOrder(203);
            return filter;
        }
    }
}
