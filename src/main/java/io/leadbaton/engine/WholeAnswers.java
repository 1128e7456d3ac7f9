package io.leadbaton.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends what Camunda answers to its pages in one piece. A browser may leave before its answer: Tomcat knows that this is no error, but
 * Jersey, when it writes itself, tells of it with two traces.
 */
class WholeAnswers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        whole.copyBodyToResponse();
    }

    /** Behind the login, before all that answers. */
    @Configuration
    static class Place {

        @Bean
        FilterRegistrationBean<WholeAnswers> wholeAnswers() {
            var filter = new FilterRegistrationBean<>(new WholeAnswers());
            filter.addUrlPatterns("/camunda/api/*");
            filter.setOrder(201);
            return filter;
        }
    }
}
