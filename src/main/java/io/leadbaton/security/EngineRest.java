package io.leadbaton.security;

import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Camunda's own REST API, for installations that ask for it: administrators only, each request with its password. */
@Configuration
@ConditionalOnProperty("leadbaton.engine-rest.enabled")
class EngineRest {

    @Bean
    @Order(0)
    SecurityFilterChain engineRestLogin(HttpSecurity http) throws Exception {
        ApiRefusals refusals = new ApiRefusals();
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .authorizeHttpRequests(rules -> rules.anyRequest().hasRole(Role.ADMIN.group))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    ServletRegistrationBean<ServletContainer> engineRestApi() {
        ResourceConfig resources = new ResourceConfig();
        CamundaRestResources.getResourceClasses().forEach(resources::register);
        CamundaRestResources.getConfigurationClasses().forEach(resources::register);
        return new ServletRegistrationBean<>(new ServletContainer(resources), "/engine-rest/*");
    }

    /** So that the engine, too, knows who acts. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestUser() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SessionUser.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(203);
        return filter;
    }
}
