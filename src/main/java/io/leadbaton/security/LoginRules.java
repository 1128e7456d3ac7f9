package io.leadbaton.security;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login and one session for our pages, the API and Camunda's applications; everything is closed unless listed here. */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class LoginRules {

    private static final String PAGE_CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String[] OPERATORS = {"camunda-admin", "process-owner", MetricsToken.ROLE};

    /** String patterns do not match Camunda's Jersey servlets, these do. */
    private static RequestMatcher at(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    private static RequestMatcher posting(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(POST, pattern))
                .toList());
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, IntakeKeys keys, @Value("${leadbaton.metrics-token:}") String metricsToken)
            throws Exception {
        ApiRefusals refusals = new ApiRefusals();
        return http.securityMatcher(at("/api/**", "/v3/api-docs/**", "/actuator/**"))
                .authorizeHttpRequests(rules -> rules.requestMatchers(posting("/api/v1/leads", "/api/v1/imports"))
                        .authenticated()
                        .requestMatchers(at("/api/**", "/v3/api-docs/**", "/actuator/info"))
                        .hasRole("user")
                        .requestMatchers(at("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(at("/actuator/prometheus"))
                        .hasAnyRole(OPERATORS)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new MetricsToken(metricsToken), BasicAuthenticationFilter.class)
                .addFilterBefore(new IntakeKeyFilter(keys, refusals), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(pageToken())
                        .requireCsrfProtectionMatcher(LoginRules::isSentByASession))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /** Another site can make a browser send its cookie, but not an Authorization header. */
    private static boolean isSentByASession(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && request.getHeader("Authorization") == null
                && request.getSession(false) != null;
    }

    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        return http.securityMatcher(at("/camunda/**"))
                .authorizeHttpRequests(rules -> rules
                        // CVE-2026-77226: as long as nobody is an administrator, this would make anybody one.
                        .requestMatchers(at("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .hasRole("user"))
                .exceptionHandling(on -> on.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), at("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), at("/camunda/**")))
                .logout(logout -> logout.logoutRequestMatcher(posting("/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler())
                        .deleteCookies("JSESSIONID"))
                // Camunda checks a token of its own here; ours is only made, for the button of the page that says no.
                .csrf(csrf -> csrf.csrfTokenRepository(pageToken()).ignoringRequestMatchers(AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(wantedPage()))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(at("/login", "/error", "/webjars/**", "/css/**", "/js/**", "/img/**"))
                                .permitAll()
                                // Absent unless asked for, and nobody has to log in to learn that.
                                .requestMatchers(at("/favicon.ico", "/favicon.svg", "/engine-rest/**"))
                                .permitAll()
                                .anyRequest()
                                .hasRole("user"))
                .formLogin(login -> login.loginPage("/login").failureHandler(LoginRules::sayItDoesNotFit))
                .csrf(csrf -> csrf.csrfTokenRepository(pageToken()))
                .requestCache(cache -> cache.requestCache(wantedPage()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out").deleteCookies("JSESSIONID"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(PAGE_CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    /** In a cookie: a stranger who looks at the login page is not worth a row in the database. */
    private static CsrfTokenRepository pageToken() {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookieName("leadbaton-token");
        token.setHeaderName("X-CSRF-TOKEN");
        token.setCookiePath("/");
        token.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return token;
    }

    /** The page a stranger asked for, likewise in a cookie until the login. */
    private static RequestCache wantedPage() {
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("X-Requested-With") == null
                && Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html"));
        return wanted;
    }

    private static void sayItDoesNotFit(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        new DefaultRedirectStrategy().sendRedirect(request, response, "/login?error");
    }

    /** Behind Spring Security: hands the one login over to Camunda's applications. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaLogin() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SessionUser.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(201);
        return filter;
    }
}
