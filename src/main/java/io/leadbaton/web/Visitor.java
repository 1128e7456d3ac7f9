package io.leadbaton.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;

/** The person who looks at a page, with the groups that say which role this is. */
public record Visitor(String name, Set<String> groups) {

    public static Visitor of(Authentication login) {
        return new Visitor(
                login.getName(),
                login.getAuthorities().stream()
                        .map(authority -> authority.getAuthority().replaceFirst("^ROLE_", ""))
                        .collect(Collectors.toSet()));
    }

    public boolean is(String... anyOf) {
        return Arrays.stream(anyOf).anyMatch(groups::contains);
    }

    public boolean worksLeads() {
        return is("rep", "senior-rep");
    }

    public boolean seesTasklist() {
        return is("rep", "senior-rep", "sales-manager", "sales-operations", "marketing");
    }

    public boolean seesCockpit() {
        return is("sales-manager", "sales-operations", "process-owner", "camunda-admin");
    }

    /** Gives leads to others, lets them rest, sets going again what broke. */
    public boolean managesLeads() {
        return is("sales-manager", "sales-operations");
    }

    public boolean mayExcuse() {
        return is("sales-manager");
    }

    public boolean isAdministrator() {
        return is("camunda-admin");
    }

    public boolean mayErase() {
        return is("sales-manager", "camunda-admin");
    }
}
