package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** CVE-2026-109432: without the guard, 7.24.0 evaluates what anybody writes into {@code orQueries}. */
@EngineTest
class QueryExpressionTests {

    private static final String INTRUDER = "${absenceTasks.note('reached by a query')}";

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    Notes notes;

    @BeforeEach
    void forgets() {
        notes.seen.clear();
    }

    @AfterEach
    void leaves() {
        identity.clearAuthentication();
    }

    @Test
    void anOrQueryEvaluatesNothingOfItsSender() {
        TaskQuery query = ((TaskQueryImpl) tasks.createTaskQuery().or()).taskNameLike("x");
        query.taskAssigneeExpression(INTRUDER);

        assertThatThrownBy(() -> query.endOr().list()).hasStackTraceContaining("not allowed in a query");
        assertThat(notes.seen).isEmpty();
    }

    @Test
    void anAdHocQueryEvaluatesNothingOfItsSender() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression(INTRUDER).list())
                .isInstanceOf(RuntimeException.class);
        assertThat(notes.seen).isEmpty();
    }

    @Test
    void aStoredFilterEvaluatesNothingOfItsAuthor() {
        var filter = filters.saveFilter(filters.newTaskFilter("intruder")
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression(INTRUDER)));

        assertThatThrownBy(() -> filters.list(filter.getId())).hasStackTraceContaining("not allowed in a query");
        assertThat(notes.seen).isEmpty();
        filters.deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()} ", "${now()}${absenceTasks}", "${currentUser().concat('x')}", "#{now()}"})
    void nothingButTheExactTextsPasses(String almost) {
        var filter = filters.saveFilter(
                filters.newTaskFilter("almost").setQuery(tasks.createTaskQuery().taskAssigneeExpression(almost)));

        assertThatThrownBy(() -> filters.list(filter.getId())).hasStackTraceContaining("not allowed in a query");
        filters.deleteFilter(filter.getId());
    }

    @Test
    void aStoredFilterStillKnowsWhoAsksAndWhatTimeItIs() {
        var filter = filters.saveFilter(filters.newTaskFilter("mine and late")
                .setQuery(tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusHours(1)}")));

        identity.setAuthentication("rep1", List.of("rep"));

        assertThat(filters.listPage(filter.getId(), 0, 15)).isEmpty();
        identity.clearAuthentication();
        filters.deleteFilter(filter.getId());
    }
}
