package io.leadbaton;

import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.lead.LeadEvent;
import io.leadbaton.lead.LeadEvents;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Reps;
import io.leadbaton.security.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Tasklist's <i>Start process</i> does for each role, asked as Tasklist asks: with a real login, its session and its token. */
@LeadbatonTest
class StartFormsInTasklistTests {

    private static final String STARTABLE = ENGINE
            + "/process-definition?active=true&latest=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=15";

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    LeadEvents events;

    @Autowired
    Reps reps;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @ParameterizedTest
    @CsvSource({
        "rep1,        absence registration",
        "senior1,     absence registration",
        "marketing1,  registration",
        "manager1,    registration",
        "operations1, registration",
        "owner1,      ''",
    })
    void offersEachRoleWhatItMayStart(String user, String processes) {
        HttpResponse<String> offered = Visitor.loggedIn(port, user).get(STARTABLE);

        assertThat(Http.json(offered).findValuesAsText("key")).containsExactlyInAnyOrder(words(processes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "senior1", "marketing1", "manager1", "operations1", "admin"})
    void takesALeadFromEachRoleAndNotesWhoRegisteredIt(String user) {
        Visitor person = Visitor.loggedIn(port, user);
        assertThat(person.get(formOf(person, "registration")).body()).contains("\"registration\"");

        HttpResponse<String> answer = start(person, "registration", """
                "email": {"value": "by.%s@example.com"}, "phone": {"value": "+49 30 5550100"}, "firstName": {"value": "Ada"},
                "lastName": {"value": "Meyer"}, "company": {"value": null}, "jobTitle": {"value": null},
                "country": {"value": "Germany"}, "city": {"value": null}, "channel": {"value": "phone"},
                "message": {"value": "Please call me."}
                """.formatted(user));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        LeadId lead = lead("by." + user + "@example.com");
        assertThat(scenario.lead(lead).owner()).isNotNull();
        assertThat(scenario.waitsAt(lead)).containsExactly("acceptLead");
        assertThat(events.timeline(lead)).extracting(LeadEvent::actor).containsOnly(user);
    }

    /** What a person cannot start, nobody does for them. */
    @ParameterizedTest
    @CsvSource({"owner1, registration", "owner1, absence", "marketing1, absence", "rep1, lifecycle", "manager1, cadence"
    })
    void startsForNobodyWhatIsNotTheirs(String user, String process) {
        HttpResponse<String> answer = start(Visitor.loggedIn(port, user), process, "");

        assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | ''      | phone  | e-mail
            no address      | ''      | phone  | e-mail
            ''              | 12      | phone  | phone
            a@example.com   | ''      | pigeon | channel
            """)
    void saysWhatIsWrongWithAForm(String email, String phone, String channel, String word) {
        HttpResponse<String> answer =
                start(Visitor.loggedIn(port, "rep1"), "registration", registration(email, phone, channel));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Http.json(answer).path("message").asText()).contains(word);
    }

    @Test
    void takesEveryAnswerThatTheFormOffers() {
        Visitor rep = Visitor.loggedIn(port, "rep1");
        JsonNode form = Http.json(rep.get(formOf(rep, "registration")));
        List<String> channels = form.findParents("values").get(0).get("values").findValuesAsText("value");

        channels.forEach(channel -> {
            HttpResponse<String> answer =
                    start(rep, "registration", registration(channel + "@example.com", "", channel));

            assertThat(answer.statusCode()).as(channel + answer.body()).isEqualTo(200);
            assertThat(scenario.story(lead(channel + "@example.com"))).startsWith("lead-received", "lead-scored");
        });
        assertThat(channels).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "senior1"})
    void takesRepsOffTheListAndPutsThemBack(String user) {
        Visitor rep = Visitor.loggedIn(port, user);
        assertThat(rep.get(formOf(rep, "absence")).body()).contains("\"absence\"");

        HttpResponse<String> away = start(rep, "absence", absence("away", "2030-03-08T17:00:00.000Z", "rep4"));

        assertThat(away.statusCode()).as(away.body()).isEqualTo(200);
        assertThat(reps.find(user).orElseThrow().awayUntil()).isNotNull();

        HttpResponse<String> back = start(rep, "absence", absence("back", "", ""));

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(reps.find(user).orElseThrow().awayUntil()).isNull();
    }

    @Test
    void saysWhatIsWrongWithAnAbsence() {
        HttpResponse<String> answer =
                start(Visitor.loggedIn(port, "rep1"), "absence", absence("away", "2030-03-08T17:00:00.000Z", "nobody"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Http.json(answer).path("message").asText()).contains("There is no such rep to cover.");
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static String formOf(Visitor person, String process) {
        String definition = Http.json(person.get(ENGINE + "/process-definition/key/" + process))
                .path("id")
                .asText();
        return ENGINE + "/process-definition/" + definition + "/deployed-start-form";
    }

    private static HttpResponse<String> start(Visitor person, String process, String variables) {
        return person.post(
                ENGINE + "/process-definition/key/" + process + "/submit-form", "{\"variables\": {" + variables + "}}");
    }

    private static String registration(String email, String phone, String channel) {
        return """
                "email": {"value": "%s"}, "phone": {"value": "%s"}, "firstName": {"value": ""}, "lastName": {"value": ""},
                "company": {"value": ""}, "jobTitle": {"value": ""}, "country": {"value": ""}, "city": {"value": ""},
                "channel": {"value": "%s"}, "message": {"value": ""}
                """.formatted(email, phone, channel);
    }

    private static String absence(String status, String until, String cover) {
        return """
                "status": {"value": "%s"}, "until": {"value": "%s"}, "cover": {"value": "%s"}
                """.formatted(status, until, cover);
    }

    private LeadId lead(String email) {
        return jdbc.sql("select lead_id from leadbaton.lead_person where email = ?")
                .param(email)
                .query((row, n) -> new LeadId(row.getString(1)))
                .single();
    }
}
