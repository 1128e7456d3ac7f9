package io.leadbaton.security;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static io.leadbaton.security.Visitor.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Signal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lists of Tasklist, asked for as Tasklist asks. */
@LeadbatonTest
class TaskFiltersTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    Scenario scenario;

    @Autowired
    TaskService tasks;

    private Visitor manager;

    @BeforeEach
    void logIn() {
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void offersEveryListInOrder() {
        assertThat(filters())
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(
                        "My leads",
                        "Unassigned in my groups",
                        "Overdue",
                        "Due within the hour",
                        "Replies",
                        "Second voice");
    }

    @Test
    void tellsOverdueFromDueWithinTheHour() {
        Task late = task(scenario.arrives(aHotLead()), "acceptLead");
        Task soon = task(scenario.arrives(aHotLead()), "acceptLead");
        Task later = task(scenario.arrives(aHotLead()), "acceptLead");
        due(late, -1);
        due(soon, 59);
        due(later, 61);

        assertThat(list("Overdue")).contains(late.getId()).doesNotContain(soon.getId(), later.getId());
        assertThat(list("Due within the hour")).contains(soon.getId()).doesNotContain(late.getId(), later.getId());
    }

    @Test
    void listsTheMostUrgentFirst() {
        Task first = task(scenario.arrives(aHotLead()), "acceptLead");
        Task second = task(scenario.arrives(aHotLead()), "acceptLead");
        Task third = task(scenario.arrives(aHotLead()), "acceptLead");
        due(first, -10);
        due(second, -20);
        due(third, -5);
        tasks.setPriority(third.getId(), 90);

        assertThat(list("Overdue")).containsSubsequence(third.getId(), second.getId(), first.getId());
    }

    @Test
    void listsRepliesUntilTheyAreAnswered() {
        LeadId early = scenario.arrives(aHotLead());
        scenario.hears(early, Signal.Type.REPLIED);
        assertThat(list("Replies")).contains(task(early, "acceptLead").getId());

        scenario.accepts(early);
        assertThat(list("Replies")).contains(task(early, "qualifyLead").getId());

        scenario.completes(early, "qualifyLead", Map.of("verdict", "qualified"));
        assertThat(list("Replies"))
                .doesNotContain(task(early, "openOpportunity").getId());
    }

    @Test
    void listsAReplyToAnAttemptButNotATalk() {
        LeadId replied = working();
        scenario.hears(replied, Signal.Type.REPLIED);
        LeadId talked = working();
        scenario.tries(talked, "connected");

        assertThat(list("Replies"))
                .contains(task(replied, "qualifyLead").getId())
                .doesNotContain(task(talked, "qualifyLead").getId());

        scenario.hears(talked, Signal.Type.REPLIED);
        assertThat(list("Replies")).contains(task(talked, "qualifyLead").getId());
    }

    @Test
    void listsWhatASecondVoiceHasToDo() {
        LeadId lead = working();
        scenario.tries(lead, "connected");
        assertThat(list("Second voice"))
                .doesNotContain(task(lead, "qualifyLead").getId());
        scenario.completes(lead, "qualifyLead", Map.of("verdict", "disqualified", "reason", "no-budget"));

        assertThat(list("Second voice")).contains(task(lead, "takeOver").getId());
        scenario.completes(lead, "takeOver");
        scenario.fires(lead, "attemptPlanned");
        assertThat(list("Second voice")).contains(task(lead, "makeAttempt").getId());
    }

    private LeadId working() {
        LeadId lead = scenario.arrives(aHotLead());
        scenario.accepts(lead);
        return lead;
    }

    private Task task(LeadId lead, String key) {
        return scenario.task(lead, key);
    }

    private void due(Task task, int minutes) {
        Task own = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        own.setDueDate(new Date(ClockUtil.getCurrentTime().getTime() + minutes * 60_000L));
        tasks.saveTask(own);
    }

    private List<JsonNode> filters() {
        return nodes(manager.get(ENGINE + "/filter?maxResults=2000").body());
    }

    private List<String> list(String name) {
        String id = filters().stream()
                .filter(filter -> filter.get("name").asText().equals(name))
                .map(filter -> filter.get("id").asText())
                .findFirst()
                .orElseThrow();
        String found = manager.post(
                        ENGINE + "/filter/" + id + "/list?firstResult=0&maxResults=200",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true}")
                .body();
        return nodes(found).stream().map(task -> task.get("id").asText()).toList();
    }

    private static List<JsonNode> nodes(String body) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            JSON.readTree(body).forEach(nodes::add);
            return nodes;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
