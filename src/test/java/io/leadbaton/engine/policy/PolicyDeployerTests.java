package io.leadbaton.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.ExamplePolicy;
import io.leadbaton.policy.LivePolicy;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicyRefused;
import io.leadbaton.policy.PolicyVersions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The small example policy is made live here, so the checks of the real one stand aside. */
@LeadbatonTest
class PolicyDeployerTests {

    private static final String FAREWELL = "processes/farewell.bpmn";
    private static final PolicyFiles GOOD = ExamplePolicy.good();
    private static final PolicyFiles OTHER = ExamplePolicy.with(FAREWELL, "Visitor gone", "Visitor left us");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PolicyVersions versions;

    @Autowired
    LivePolicy live;

    @Autowired
    UnusedPolicies unused;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    PolicyDeployer deployer;

    @BeforeEach
    void beginsWithoutAnyPolicy() {
        deployer = new PolicyDeployer(repository, versions, new PolicyChecks(List.of()), transaction);
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
        sql.sql("delete from leadbaton.policy_version").update();
        sql.sql("delete from leadbaton.lead where id like 'policy-%'").update();
    }

    @Test
    void makesTheFilesLiveAsOneVersionWithPlainNames() {
        boolean isNew = deployer.offer(GOOD, "start");

        assertThat(isNew).isTrue();
        assertThat(live.hash()).isEqualTo(GOOD.hash());
        String deployment = versions.newest().orElseThrow().deploymentId();
        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(
                        "processes/greeting.bpmn", FAREWELL, "processes/welcome.dmn", "forms/welcome.form");
    }

    @Test
    void takesUnchangedFilesForTheLiveVersion() {
        deployer.offer(GOOD, "start");

        boolean isNew = deployer.offer(ExamplePolicy.good(), "start");

        assertThat(isNew).isFalse();
        assertThat(deployments()).isEqualTo(1);
    }

    @Test
    void showsItsHashAsVersionTagUnlessAFileHasATagOfItsOwn() {
        PolicyFiles tagged = ExamplePolicy.with(
                FAREWELL, "isExecutable=\"true\"", "isExecutable=\"true\" camunda:versionTag=\"2026-11\"");
        deployer.offer(tagged, "start");
        String hash = "policy " + tagged.hash().substring(0, 8);

        assertThat(tags()).containsOnly(hash, "2026-11").hasSize(2);
        engine.getDeploymentCache().discardProcessDefinitionCache();
        engine.getDeploymentCache().discardDecisionDefinitionCache();

        assertThat(tags()).containsOnly(hash, "2026-11").hasSize(2);
        assertThat(repository
                        .getDecisionDefinition(repository
                                .createDecisionDefinitionQuery()
                                .singleResult()
                                .getId())
                        .getVersionTag())
                .isEqualTo(hash);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .versionTag(hash)
                        .singleResult()
                        .getKey())
                .isEqualTo("greeting");
        assertThat(deployer.offer(tagged, "start")).isFalse();
    }

    private List<String> tags() {
        return repository.createProcessDefinitionQuery().list().stream()
                .map(process -> repository.getProcessDefinition(process.getId()).getVersionTag())
                .toList();
    }

    @Test
    void makesAnEarlierVersionLiveAgain() {
        deployer.offer(GOOD, "watch");
        deployer.offer(OTHER, "watch");
        assertThat(nameOfTheEnd()).isEqualTo("Visitor left us");

        deployer.offer(GOOD, "watch");

        assertThat(live.hash()).isEqualTo(GOOD.hash());
        assertThat(nameOfTheEnd()).isEqualTo("Visitor gone");
        assertThat(deployments()).isEqualTo(3);
    }

    @Test
    void deploysNothingWhenOneFileIsBroken() {
        deployer.offer(GOOD, "start");
        PolicyFiles broken = ExamplePolicy.and(OTHER, "processes/welcome.dmn", "</decision>", "");

        assertThatThrownBy(() -> deployer.offer(broken, "watch"))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("processes/welcome.dmn");

        assertThat(deployments()).isEqualTo(1);
        assertThat(live.hash()).isEqualTo(GOOD.hash());
        assertThat(nameOfTheEnd()).isEqualTo("Visitor gone");
    }

    @Test
    void leavesNothingInTheEngineWhenTheVersionCannotBeWrittenDown() {
        String nobody = null;

        assertThatThrownBy(() -> deployer.offer(GOOD, nobody)).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(deployments()).isZero();
    }

    @Test
    void deploysOnceWhenTwoNodesStartTogether() {
        List<CompletableFuture<Boolean>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> deployer.offer(GOOD, "start")))
                .toList();

        assertThat(nodes.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(deployments()).isEqualTo(1);
    }

    @Test
    void deletesReplacedVersionsUnderWhichNoLeadStarted() {
        deployer.offer(GOOD, "watch");
        deployer.offer(OTHER, "watch");
        replacedLongAgo();

        unused.delete();

        assertThat(deployments()).isEqualTo(1);
        assertThat(live.hash()).isEqualTo(OTHER.hash());
    }

    @Test
    void keepsAVersionThatALeadCarriesOrAProcessRunsOn() {
        deployer.offer(GOOD, "watch");
        leadStartsUnder(GOOD.hash());
        deployer.offer(OTHER, "watch");
        runtime.startProcessInstanceByKey("farewell", "somebody");
        deployer.offer(ExamplePolicy.with(FAREWELL, "Visitor gone", "Visitor has gone"), "watch");
        replacedLongAgo();

        unused.delete();

        assertThat(deployments()).isEqualTo(3);
    }

    @Test
    void keepsAVersionReplacedAMomentAgo() {
        deployer.offer(GOOD, "watch");
        deployer.offer(OTHER, "watch");

        unused.delete();

        assertThat(deployments()).isEqualTo(2);
    }

    private long deployments() {
        return repository.createDeploymentQuery().count();
    }

    private String nameOfTheEnd() {
        String newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("farewell")
                .latestVersion()
                .singleResult()
                .getId();
        return repository
                .getBpmnModelInstance(newest)
                .<org.camunda.bpm.model.bpmn.instance.EndEvent>getModelElementById("visitorGone")
                .getName();
    }

    private void replacedLongAgo() {
        sql.sql("update leadbaton.policy_version set at = at - interval '1 hour'")
                .update();
    }

    private void leadStartsUnder(String hash) {
        sql.sql("""
                        insert into leadbaton.lead (id, door, channel, stage, stage_since, has_email, has_phone,
                            policy_version, received_at, stored_at)
                        values ('policy-1', 'test', 'api', 'RECEIVED', now(), true, false, ?, now(), now())
                        """).param(hash).update();
    }
}
