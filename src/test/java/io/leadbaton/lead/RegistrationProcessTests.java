package io.leadbaton.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class RegistrationProcessTests {

    @Autowired
    Scenario scenario;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesInALeadThatSomebodyTyped() {
        register("typed@example.com", "phone");

        LeadId lead = lead("typed@example.com");
        assertThat(scenario.story(lead)).startsWith("lead-received", "lead-scored");
        assertThat(scenario.waitsAt(lead)).isNotEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndStoresNothing() {
        assertThatThrownBy(() -> register("no address", "pigeon"))
                .hasMessageContaining("e-mail")
                .hasMessageContaining("channel");
        assertThat(jdbc.sql("select count(*) from leadbaton.lead_person where email = 'no address'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsALeadThatThePolicyCouldNotAssess() {
        scenario.whileThePolicyFails(() -> register("sort.me.out@example.com", "phone"));

        assertThat(scenario.waitsAt(lead("sort.me.out@example.com"))).containsExactly("sortOutLead");
    }

    private LeadId lead(String email) {
        return jdbc.sql("select lead_id from leadbaton.lead_person where email = ?")
                .param(email)
                .query((row, n) -> new LeadId(row.getString(1)))
                .single();
    }

    private void register(String email, String channel) {
        Map<String, Object> fields = new HashMap<>();
        for (String field : new String[] {"phone", "firstName", "company", "jobTitle", "country", "city", "message"}) {
            fields.put(field, null);
        }
        fields.put("email", email);
        fields.put("channel", channel);
        fields.put("lastName", "Berg");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("registration")
                .latestVersion()
                .singleResult()
                .getId();
        forms.submitStartForm(definition, fields);
    }
}
