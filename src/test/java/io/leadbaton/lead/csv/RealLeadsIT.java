package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@LeadbatonTest
class RealLeadsIT {

    @LocalServerPort
    int port;

    @Test
    void allComeInWithoutADuplicateOrAReject() throws IOException {
        String folder = System.getProperty("leadbaton.test.real-leads", "");
        assumeTrue(!folder.isBlank(), "Name the folder of the real leads with -Dleadbaton.test.real-leads=...");
        Http marketing = Http.as("marketing1", port);

        HttpResponse<String> answer = marketing.send(
                "POST",
                "/api/v1/imports",
                Files.readString(Path.of(folder, "leads-real.csv")),
                Map.of("Content-Type", "text/csv"));

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = Http.json(answer).get("id").asText();
        JsonNode done = await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> Http.json(marketing.get("/api/v1/imports/" + id)),
                        file -> file.get("state").asText().matches("done|failed"));
        assertThat(done.get("mapping").asText()).isEqualTo("web-campaign");
        assertThat(done.get("created").asInt()).isEqualTo(6178);
        assertThat(done.get("duplicates").asInt()).isZero();
        assertThat(done.get("rejected").asInt()).isZero();
    }
}
