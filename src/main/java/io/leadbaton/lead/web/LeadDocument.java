package io.leadbaton.lead.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API to programs. */
@Configuration
class LeadDocument {

    @Bean
    OpenApiCustomizer describesTheApi() {
        return document -> {
            document.info(new Info()
                    .title("Leadbaton")
                    .version("1")
                    .description("Errors are application/problem+json with errors[{pointer, code, message}]."));
            hideFacts(document);
        };
    }

    /** Only the importer's mappings tell facts; the API has {@code custom}. */
    private static void hideFacts(OpenAPI document) {
        Schema<?> lead = document.getComponents().getSchemas().get("NewLead");
        if (lead != null) {
            lead.getProperties().remove("facts");
        }
    }
}
