package io.leadbaton.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Leadbaton;
import io.leadbaton.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class NamedDatabaseIT {

    @TempDir
    Path data;

    @Test
    void leavesAForeignEngineAloneAndStartsNothingOfItsOwn() {
        String url = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(url));
        foreignEngine(url);
        List<Object> before = contentsOfPublic(sql);

        try (ConfigurableApplicationContext service = start(url)) {
            assertThat(service.getEnvironment().getProperty("leadbaton.demo", Boolean.class))
                    .isFalse();
            assertThat(service.getBean(ProcessEngine.class)
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("foreign")
                            .count())
                    .isZero();
        }

        assertThat(contentsOfPublic(sql)).isEqualTo(before);
        assertThat(tables(sql, "public")).hasSize(49);
        assertThat(tables(sql, "camunda")).contains("act_re_procdef", "act_ru_task", "act_hi_procinst", "act_id_user");
        assertThat(tables(sql, "leadbaton")).contains("lead", "flyway_schema_history");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void saysWhatToGrantToAUserWhoMayNotCreateSchemas(CapturedOutput output) {
        String url = TestDatabase.fresh();
        JdbcClient.create(new DriverManagerDataSource(url))
                .sql("create role narrow login")
                .update();

        assertThatThrownBy(() -> start(url.replaceFirst("\\?.*", ""), "--spring.datasource.username=narrow"));

        String database = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
        assertThat(output)
                .contains("The database user narrow may not create the schemas leadbaton and camunda in " + database)
                .contains("GRANT CREATE ON DATABASE \"" + database + "\" TO \"narrow\"")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void saysThatNobodyAnswers(CapturedOutput output) {
        assertThatThrownBy(() -> start("jdbc:postgresql://127.0.0.1:1/leads"));

        assertThat(output)
                .contains(
                        "No PostgreSQL answers at jdbc:postgresql://127.0.0.1:1/leads: start it, or correct SPRING_DATASOURCE_URL.")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext start(String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--leadbaton.data=" + data,
                "--leadbaton.admin.password=chosen-for-the-first-start",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false"));
        arguments.addAll(List.of(more));
        return SpringApplication.run(Leadbaton.class, arguments.toArray(String[]::new));
    }

    private static void foreignEngine(String url) {
        ProcessEngine engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setJdbcUrl(url)
                .setJdbcDriver("org.postgresql.Driver")
                .setProcessEngineName("foreign")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "foreign.bpmn",
                        Bpmn.createExecutableProcess("foreign")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("foreign");
        engine.close();
    }

    private static List<Object> contentsOfPublic(JdbcClient sql) {
        List<Object> contents = new ArrayList<>();
        tables(sql, "public")
                .forEach(table -> contents.add(
                        sql.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from public."
                                        + table + " t")
                                .query(String.class)
                                .single()));
        return contents;
    }

    private static List<String> tables(JdbcClient sql, String schema) {
        return sql.sql("select tablename::text from pg_tables where schemaname = ? order by 1")
                .param(schema)
                .query(String.class)
                .list();
    }
}
