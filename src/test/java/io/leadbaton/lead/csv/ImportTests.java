package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LeadbatonTest
class ImportTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    ImportMappings mappings;

    @Autowired
    ImportRun run;

    @Autowired
    TransactionTemplate transaction;

    Http marketing;

    @BeforeEach
    void logIn() {
        marketing = Http.as("marketing1", port);
    }

    @Test
    void bringsTheGoodRowsInAndNamesTheLinesOfTheOthers() {
        HttpResponse<String> answer = send("", """
                Email,Phone,First Name,Do Not Call
                good1@mixed.example,,Ada,0
                broken@,,Bob,0
                good2@mixed.example,12,Cy,0
                ,,Dan,perhaps
                good3@mixed.example,,"Eve
                Marie",0
                good4@mixed.example,+49 30 23125 001,Flo,1
                """);

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode done = done(answer);
        assertThat(counts(done)).isEqualTo("rows 6 created 2 duplicates 0 rejected 4");
        assertThat(rejects(done).lines().map(line -> line.replaceAll("^(\\d+,\\w*).*", "$1")))
                .containsExactly("line,field,reason", "3,email", "4,phone", "5,doNotCall", "5,email", "6,firstName");
        assertThat(rejects(done)).doesNotContain("broken@", "perhaps");
        assertThat(leads("%@mixed.example")).isEqualTo(2);
    }

    @Test
    void answersTheSameFileWithTheSameImport() {
        String file = "Email\nsame@file.example\n";
        HttpResponse<String> first = send("", file);
        HttpResponse<String> again = send("", file);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Http.json(again).get("id")).isEqualTo(Http.json(first).get("id"));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        done(first);
        assertThat(leads("same@file.example")).isEqualTo(1);
    }

    @Test
    void forgetsTheFileOnceItsRowsAreDone() {
        String id = done(send("", "Email\nforget@file.example\n")).get("id").asText();

        assertThat(jdbc.sql("select content is null from leadbaton.import where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void goesOnWhereAKilledNodeStopped() {
        LeasedImport leased = queuedAndTaken("killed", 130);
        AtomicInteger chunks = new AtomicInteger();

        assertThatThrownBy(() -> run.run(leased, () -> {
                    if (chunks.getAndIncrement() == 1) {
                        throw new IllegalStateException("killed");
                    }
                    return true;
                }))
                .hasMessage("killed");
        assertThat(leads("%@killed.example")).isEqualTo(50);
        jdbc.sql("update leadbaton.import set lease_until = 'epoch' where id = :id")
                .param("id", leased.id())
                .update();

        JsonNode done = done(leased.id());
        assertThat(counts(done)).isEqualTo("rows 130 created 130 duplicates 0 rejected 0");
        assertThat(leads("%@killed.example")).isEqualTo(130);
    }

    @Test
    void letsOnlyOneNodeGoOnWithAnImport() {
        LeasedImport late = queuedAndTaken("zombie", 60);
        jdbc.sql("update leadbaton.import set lease_until = 'epoch' where id = :id")
                .param("id", late.id())
                .update();
        done(late.id());

        assertThatThrownBy(() -> run.run(late, () -> true)).isInstanceOf(RuntimeException.class);
        assertThat(leads("%@zombie.example")).isEqualTo(60);
        assertThat(counts(done(late.id()))).isEqualTo("rows 60 created 60 duplicates 0 rejected 0");
    }

    @Test
    void givesUpAnImportThatNeverGetsAnyFurther() {
        LeasedImport leased = queuedAndTaken("hopeless", 1);
        jdbc.sql("update leadbaton.import set lease_until = 'epoch', starts = 5 where id = :id")
                .param("id", leased.id())
                .update();

        JsonNode failed = done(leased.id());
        assertThat(failed.get("state").asText()).isEqualTo("failed");
        assertThat(failed.get("problem").asText()).contains("several times");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | 422 | empty-file
            'Email'                         | 422 | no-rows
            'Email,Shoe Size\\na@b.example,7' | 422 | column-unknown
            'Email,e_mail\\na@b.example,x'   | 422 | column-twice
            'Email,\\na@b.example,x'         | 422 | column-unnamed
            'Email\\n"a@b.example'           | 422 | unreadable
            '%PDF-1.7'                      | 415 | wrong-content
            """)
    void refusesAFileItCannotReadBeforeAnyRow(String file, int status, String code) {
        HttpResponse<String> answer = send("", file.replace("\\n", "\n"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.json(answer).at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void refusesASourceWithoutAMapping() {
        assertThat(send("?source=nobody", "Email\na@b.example\n").statusCode()).isEqualTo(422);
        assertThat(marketing.get("/api/v1/imports/nothing").statusCode()).isEqualTo(404);
        assertThat(marketing.get("/api/v1/imports/nothing/rejects").statusCode())
                .isEqualTo(404);
    }

    private LeasedImport queuedAndTaken(String name, int rows) {
        String text = "Email\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "lead" + i + "@" + name + ".example\n")
                        .collect(Collectors.joining());
        return transaction.execute(status -> {
            imports.queue(
                    mappings.named("standard").orElseThrow(),
                    name,
                    "test",
                    new CsvText(text, ','),
                    text.getBytes(StandardCharsets.UTF_8),
                    rows);
            return imports.take().orElseThrow();
        });
    }

    private HttpResponse<String> send(String query, String file) {
        return marketing.send("POST", "/api/v1/imports" + query, file, Map.of("Content-Type", "text/csv"));
    }

    private JsonNode done(HttpResponse<String> answer) {
        return done(Http.json(answer).get("id").asText());
    }

    private JsonNode done(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Http.json(marketing.get("/api/v1/imports/" + id)),
                        file -> file.get("state").asText().matches("done|failed"));
    }

    private String rejects(JsonNode done) {
        return marketing
                .get("/api/v1/imports/" + done.get("id").asText() + "/rejects")
                .body();
    }

    private static String counts(JsonNode done) {
        return "rows %s created %s duplicates %s rejected %s"
                .formatted(done.get("rows"), done.get("created"), done.get("duplicates"), done.get("rejected"));
    }

    private long leads(String email) {
        return jdbc.sql("select count(*) from leadbaton.lead_person where email like :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }
}
