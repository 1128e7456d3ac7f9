package io.leadbaton.engine;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sends our additions to Camunda's applications whole, each time. Every file of the packaged service has the same date, so a browser that
 * asked whether something changed since would be told no after an update.
 */
@Configuration
class FreshScripts implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/*/scripts/**", "/camunda/app/*/styles/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/camunda/app/")
                .setUseLastModified(false);
    }
}
