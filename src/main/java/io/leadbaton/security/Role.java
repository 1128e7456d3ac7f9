package io.leadbaton.security;

import java.util.Arrays;
import java.util.List;

/** The roles of the service; each is a group of Camunda's users. */
enum Role {
    REP("rep", "Sales representatives"),
    SENIOR_REP("senior-rep", "Senior sales representatives"),
    SALES_MANAGER("sales-manager", "Sales managers"),
    SALES_OPERATIONS("sales-operations", "Sales operations"),
    MARKETING("marketing", "Marketing"),
    PROCESS_OWNER("process-owner", "Process owners"),
    ADMIN("camunda-admin", "Administrators");

    final String group;
    final String title;

    Role(String group, String title) {
        this.group = group;
        this.title = title;
    }

    static List<Role> all() {
        return Arrays.asList(values());
    }

    /** Who finds tasks in Tasklist. */
    static List<Role> workers() {
        return List.of(REP, SENIOR_REP, SALES_MANAGER, SALES_OPERATIONS, MARKETING);
    }
}
