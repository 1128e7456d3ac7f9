package io.leadbaton.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The first people of an installation: everybody of the demo, or one administrator whose password the installer chose. */
@Component
class People {

    private static final List<Person> DEMO = List.of(
            new Person("rep1", "Rita", "Rahman", Role.REP),
            new Person("rep2", "Ravi", "Rossi", Role.REP),
            new Person("rep3", "Ruth", "Reyes", Role.REP),
            new Person("rep4", "Rolf", "Renner", Role.REP),
            new Person("senior1", "Sofia", "Sandoval", Role.SENIOR_REP),
            new Person("manager1", "Max", "Morgan", Role.SALES_MANAGER),
            new Person("marketing1", "Mira", "Malik", Role.MARKETING),
            new Person("operations1", "Omar", "Olsen", Role.SALES_OPERATIONS),
            new Person("owner1", "Olga", "Owen", Role.PROCESS_OWNER),
            new Person("admin", "Ada", "Adams", Role.ADMIN));

    private final GivenOnce once;
    private final IdentityService identity;
    private final boolean demo;
    private final String adminPassword;

    People(
            GivenOnce once,
            IdentityService identity,
            @Value("${leadbaton.demo:false}") boolean demo,
            @Value("${leadbaton.admin.password:}") String adminPassword) {
        this.once = once;
        this.identity = identity;
        this.demo = demo;
        this.adminPassword = adminPassword;
    }

    void give() {
        if (demo) {
            DEMO.forEach(person -> once.give("demo user " + person.id(), () -> create(person, "demo")));
        }
        if (identity.createUserQuery().memberOfGroup(Role.ADMIN.group).count() == 0) {
            create(new Person("admin", "Ada", "Adams", Role.ADMIN), chosenPassword());
        }
    }

    private String chosenPassword() {
        if (adminPassword.isBlank()) {
            throw new AdministratorMissing();
        }
        return adminPassword;
    }

    private void create(Person person, String password) {
        if (identity.createUserQuery().userId(person.id()).count() == 0) {
            User user = identity.newUser(person.id());
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setPassword(password);
            identity.saveUser(user);
        }
        identity.createMembership(person.id(), person.role().group);
    }

    record Person(String id, String firstName, String lastName, Role role) {}
}
