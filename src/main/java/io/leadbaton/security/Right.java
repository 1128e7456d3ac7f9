package io.leadbaton.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/** What one role may do in Camunda; work on a single task comes with its assignment, not from here. */
record Right(Role role, Resource resource, String id, Permission... permissions) {

    static List<Right> all() {
        return Stream.of(working(), watching(), administering())
                .flatMap(rights -> rights)
                .toList();
    }

    private static Stream<Right> working() {
        Stream<Right> tasklist = Role.workers().stream()
                .flatMap(role -> Stream.of(
                        new Right(role, APPLICATION, "tasklist", ACCESS),
                        new Right(role, PROCESS_INSTANCE, ANY, CREATE),
                        new Right(role, PROCESS_DEFINITION, "registration", READ, CREATE_INSTANCE)));
        Stream<Right> reps = Stream.of(Role.REP, Role.SENIOR_REP)
                .flatMap(role -> Stream.of(
                        new Right(role, PROCESS_DEFINITION, ANY, READ),
                        new Right(role, PROCESS_DEFINITION, "absence", READ, CREATE_INSTANCE)));
        return Stream.concat(tasklist, reps);
    }

    private static Stream<Right> watching() {
        Stream<Right> leads = Stream.of(Role.SALES_MANAGER, Role.SALES_OPERATIONS)
                .flatMap(role -> Stream.of(
                        new Right(role, APPLICATION, "cockpit", ACCESS),
                        new Right(role, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_TASK, RETRY_JOB),
                        new Right(role, TASK, ANY, READ),
                        new Right(role, DECISION_DEFINITION, ANY, READ)));
        Stream<Right> processes = Stream.of(
                new Right(Role.PROCESS_OWNER, APPLICATION, "cockpit", ACCESS),
                new Right(
                        Role.PROCESS_OWNER,
                        PROCESS_DEFINITION,
                        ANY,
                        READ,
                        READ_INSTANCE,
                        RETRY_JOB,
                        SUSPEND,
                        SUSPEND_INSTANCE,
                        MIGRATE_INSTANCE),
                new Right(Role.PROCESS_OWNER, TASK, ANY, READ),
                new Right(Role.PROCESS_OWNER, DECISION_DEFINITION, ANY, READ),
                new Right(Role.PROCESS_OWNER, DEPLOYMENT, ANY, READ),
                new Right(Role.PROCESS_OWNER, BATCH, ANY, READ, CREATE));
        return Stream.concat(leads, processes);
    }

    private static Stream<Right> administering() {
        return Arrays.stream(Resources.values()).map(resource -> new Right(Role.ADMIN, resource, ANY, ALL));
    }
}
