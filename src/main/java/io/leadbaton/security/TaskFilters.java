package io.leadbaton.security;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists a person finds in Tasklist: first their own leads, then what waits for anybody of their groups. */
@Component
class TaskFilters {

    private final GivenOnce once;
    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(GivenOnce once, FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.once = once;
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Tasklist opens the filter with the lowest priority number. */
    void give() {
        give(
                "My leads",
                "Yours to work, most urgent first",
                0,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        give(
                "Unassigned in my groups",
                "Waiting for the first who takes it",
                10,
                tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}"));
        give("Overdue", "Past their date", 20, tasks.createTaskQuery().dueBeforeExpression("${now()}"));
        give(
                "Due within the hour",
                "To be done next",
                30,
                tasks.createTaskQuery()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusHours(1)}"));
        give(
                "Replies",
                "Leads that answered and wait for us",
                40,
                tasks.createTaskQuery().processVariableValueEquals("replyWaits", true));
        give(
                "Second voice",
                "Lost by a first rep, tried again by a senior",
                50,
                tasks.createTaskQuery().processVariableValueEquals("secondVoice", true));
    }

    private void give(String name, String description, int priority, TaskQuery query) {
        once.give("filter " + name, () -> create(name, description, priority, query));
    }

    private void create(String name, String description, int priority, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name)
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "refresh",
                        true,
                        "color",
                        "#3c66a8",
                        "showUndefinedVariable",
                        false))
                .setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
        filters.saveFilter(filter);
        Role.workers().forEach(role -> share(filter, role));
    }

    private void share(Filter filter, Role role) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(role.group);
        grant.setResource(FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(READ);
        authorizations.saveAuthorization(grant);
    }
}
