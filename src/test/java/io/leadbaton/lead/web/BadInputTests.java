package io.leadbaton.lead.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;

@LeadbatonTest
class BadInputTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    static Stream<Named<Map<String, Object>>> lines() throws IOException {
        try (InputStream file = BadInputTests.class.getResourceAsStream("/bad-input.yaml")) {
            List<Map<String, Object>> lines = new Yaml().load(file);
            return lines.stream().map(line -> Named.of((String) line.get("name"), line));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    @SuppressWarnings("unchecked")
    void isAnsweredWithEverythingThatIsWrong(Map<String, Object> line) {
        Map<String, String> headers = new HashMap<>((Map<String, String>) line.getOrDefault("headers", Map.of()));
        headers.put("Content-Type", (String) line.getOrDefault("type", "application/json"));

        HttpResponse<String> answer = Http.as("rep1", port)
                .send(
                        (String) line.getOrDefault("method", "POST"),
                        (String) line.getOrDefault("path", "/api/v1/leads"),
                        body(line),
                        headers);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(line.get("status"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "at io.leadbaton");
        if (line.containsKey("errors")) {
            assertThat(errors(answer)).isEqualTo(new TreeMap<>((Map<String, String>) line.get("errors")));
        }
        assertThat(rows()).isZero();
    }

    private static String body(Map<String, Object> line) {
        if (line.get("deep") instanceof Integer depth) {
            return "{\"custom\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        }
        if (line.get("large") instanceof Integer size) {
            return "{\"message\":\"" + "x".repeat(size) + "\"}";
        }
        return Pattern.compile("§(\\d+)")
                .matcher((String) line.getOrDefault("body", ""))
                .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));
    }

    private static Map<String, String> errors(HttpResponse<String> answer) {
        Map<String, String> errors = new TreeMap<>();
        for (JsonNode error : Http.json(answer).get("errors")) {
            errors.put(error.get("pointer").asText(), error.get("code").asText());
            assertThat(error.get("message").asText()).isNotBlank();
        }
        return errors;
    }

    private long rows() {
        return jdbc.sql("select count(*) from leadbaton.lead").query(Long.class).single();
    }
}
