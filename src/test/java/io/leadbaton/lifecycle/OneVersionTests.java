package io.leadbaton.lifecycle;

import static io.leadbaton.lead.NewLeadFixtures.aHotLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.engine.policy.PolicyDeployer;
import io.leadbaton.lead.Intake;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Receipt;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead goes by one version of the policy, the one its row names, in all its processes, whatever is saved meanwhile. */
@LeadbatonTest
class OneVersionTests {

    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();
    private static final PolicyFiles EDITED =
            ExamplePolicy.and(SHIPPED, "processes/escalation.bpmn", "name=\"Escalation over\"", "name=\"Over\"");

    @Autowired
    Scenario scenario;

    @Autowired
    PolicyDeployer deployer;

    @Autowired
    LivePolicy live;

    @Autowired
    Invariants invariants;

    @Autowired
    Intake intake;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theShippedPolicyIsInForce() {
        deployer.offer(SHIPPED, "test");
    }

    @Test
    void climbsTheLadderThatWasDrawnWhenTheLeadCameIn() {
        LeadId lead = scenario.arrives(aHotLead());
        deployer.offer(EDITED, "test");

        scenario.runsOut(lead, "firstResponse");

        assertThat(drawnIn(scenario.escalation(lead, "firstResponse").orElseThrow()))
                .isEqualTo(SHIPPED.hash());
        invariants.holdFor(lead);
    }

    @Test
    void namesTheVersionByWhichTheLeadGoesThoughAnotherComesIntoForceMeanwhile() {
        scenario.onceStored(this::anotherVersionIsSaved);

        LeadId lead = scenario.arrives(aHotLead());

        assertThat(live.hash()).isEqualTo(EDITED.hash());
        assertThat(versionOf(lead)).isEqualTo(SHIPPED.hash());
        invariants.holdFor(lead);
    }

    @Test
    void namesTheVersionByWhichLeadsGoThatComeInTogether() {
        scenario.onceStored(this::anotherVersionIsSaved);

        List<Receipt> receipts = transaction.execute(
                status -> intake.receiveTogether(Map.of("one", aHotLead(), "two", aHotLead()), "test"));

        assertThat(live.hash()).isEqualTo(EDITED.hash());
        assertThat(receipts).hasSize(2).allSatisfy(receipt -> {
            assertThat(versionOf(receipt.leadId())).isEqualTo(SHIPPED.hash());
            invariants.holdFor(receipt.leadId());
        });
    }

    @Test
    void takesInALeadThatSomebodyRegistersRightAfterAVersionWasSaved() {
        deployer.offer(EDITED, "test");
        Map<String, Object> form = new HashMap<>(Map.of("channel", "phone", "email", "right-after@example.com"));
        List.of("phone", "firstName", "lastName", "company", "jobTitle", "country", "city", "message")
                .forEach(field -> form.put(field, null));

        identity.setAuthentication("marketing1", List.of("marketing"));
        try {
            runtime.startProcessInstanceByKey("registration", form);
        } finally {
            identity.clearAuthentication();
        }

        assertThat(jdbc.sql("select lead_id from leadbaton.lead_person where email = 'right-after@example.com'")
                        .query((row, number) -> new LeadId(row.getString(1)))
                        .list())
                .singleElement()
                .satisfies(lead -> {
                    assertThat(versionOf(lead)).isEqualTo(EDITED.hash());
                    assertThat(scenario.waitsAt(lead))
                            .doesNotContain("sortOutLead")
                            .isNotEmpty();
                });
    }

    private void anotherVersionIsSaved() {
        CompletableFuture.runAsync(() -> deployer.offer(EDITED, "test")).join();
    }

    private String versionOf(LeadId lead) {
        return jdbc.sql("select policy_version from leadbaton.lead where id = ?")
                .param(lead.value())
                .query(String.class)
                .single();
    }

    private String drawnIn(String instance) {
        return jdbc.sql("""
                        select v.hash from camunda.act_ru_execution e
                        join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
                        join leadbaton.policy_version v on v.deployment_id = d.deployment_id_ where e.id_ = ?
                        """).param(instance).query(String.class).single();
    }
}
