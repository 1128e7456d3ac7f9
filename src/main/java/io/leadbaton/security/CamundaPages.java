package io.leadbaton.security;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets many people, and many tabs of one, load the pages of Camunda's applications at the same moment. */
@Configuration
class CamundaPages {

    /** Behind Spring Security, in front of Camunda's own filters, which have no order. */
    private static final int FIRST = 201;

    @Bean
    FilterRegistrationBean<NoncePerRequest> noncePerRequest() {
        var filter = new FilterRegistrationBean<>(new NoncePerRequest());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(FIRST);
        return filter;
    }

    /** Takes the place of Camunda's own, which goes by this name. */
    @Bean
    FilterRegistrationBean<TokenPerSession> tokenPerSession(CamundaBpmProperties camunda) {
        var filter = new FilterRegistrationBean<>(new TokenPerSession());
        filter.setName("CsrfPreventionFilter");
        filter.setInitParameters(camunda.getWebapp().getCsrf().getInitParams());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(FIRST);
        return filter;
    }
}
