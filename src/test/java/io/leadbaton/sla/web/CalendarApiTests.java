package io.leadbaton.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class CalendarApiTests {

    @LocalServerPort
    int port;

    @Test
    void namesTheCalendarsInForce() {
        JsonNode calendars = Http.json(Http.as("rep1", port).get("/api/v1/calendars"));

        assertThat(calendars.findValuesAsText("id")).containsExactly("default", "new-york");
        JsonNode newYork = calendars.get(1);
        assertThat(newYork.at("/version").asInt()).isEqualTo(1);
        assertThat(newYork.at("/zone").asText()).isEqualTo("America/New_York");
        assertThat(newYork.at("/teams/0").asText()).isEqualTo("new-york");
        assertThat(newYork.at("/liveFrom").asText()).isNotEmpty();
        assertThat(Http.json(Http.as("rep1", port).get("/v3/api-docs"))
                        .get("paths")
                        .has("/api/v1/calendars"))
                .isTrue();
    }
}
