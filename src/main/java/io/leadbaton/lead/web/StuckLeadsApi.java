package io.leadbaton.lead.web;

import io.leadbaton.lead.web.StuckLeads.StuckLead;
import io.leadbaton.lead.web.StuckLeads.TeamFigures;
import io.leadbaton.sla.Clause;
import io.leadbaton.web.Visitor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells those who watch over the work which promises are broken and whose they are. */
@RestController
@Tag(name = "promises")
class StuckLeadsApi {

    private final StuckLeads stuck;
    private final StuckLines lines;

    StuckLeadsApi(StuckLeads stuck, StuckLines lines) {
        this.stuck = stuck;
        this.lines = lines;
    }

    @GetMapping(path = "/api/v1/stuck-leads", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('sales-manager', 'sales-operations', 'process-owner', 'camunda-admin', 'marketing')")
    @Operation(
            summary = "Overdue promises, oldest first, and counts by team; marketing sees its own promises only",
            description =
                    "Names are for managers and sales operations. A definition with an activity leaves the leads that"
                            + " wait at that step of a diagram.")
    Page stuck(@RequestParam Map<String, String> parameters, Authentication login) {
        StuckQuery query = StuckQuery.of(parameters);
        Visitor me = Visitor.of(login);
        Set<Clause> clauses = me.seesCockpit()
                ? EnumSet.allOf(Clause.class)
                : EnumSet.of(Clause.REJECTION_REVIEW, Clause.MQL_DELIVERY);
        List<StuckLead> found = stuck.overdue(query, clauses, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<StuckLead> leads = more ? found.subList(0, query.limit()) : found;
        boolean mayReassign = me.managesLeads();
        return new Page(lines.of(leads, mayReassign), stuck.teams(clauses), mayReassign, more ? cursor(leads) : null);
    }

    private static String cursor(List<StuckLead> leads) {
        StuckLead last = leads.get(leads.size() - 1);
        return new PageCursor(last.dueAt(), last.clockId()).toString();
    }

    /**
     * Some overdue promises and where to go on.
     *
     * @param mayReassign whether who asks may give these leads to somebody else
     * @param next cursor of the next page; null on the last one
     */
    record Page(
            List<StuckLines.Line> leads,
            List<TeamFigures> teams,
            boolean mayReassign,
            @Nullable String next) {}
}
