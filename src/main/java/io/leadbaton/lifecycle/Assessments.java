package io.leadbaton.lifecycle;

import io.leadbaton.lead.EventType;
import io.leadbaton.lead.KnownLeads;
import io.leadbaton.lead.Lead;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.Leads;
import io.leadbaton.lead.Points;
import io.leadbaton.lead.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Judges a lead that came in: is it new, what kind is it, how much does it want, how well does it fit. */
@Component
class Assessments {

    private final Leads leads;
    private final KnownLeads known;

    Assessments(Leads leads, KnownLeads known) {
        this.leads = leads;
        this.known = known;
    }

    boolean match(LeadId id) {
        return known.match(id).isPresent();
    }

    void type(LeadId id, String leadType) {
        if (leads.get(id).leadType() == null) {
            leads.type(id, leadType);
        }
    }

    void score(LeadId id, List<Map<String, Object>> rows) {
        leads.score(id, Points.of(rows));
    }

    String grade(LeadId id, Map<String, Object> row) {
        String grade = String.valueOf(row.get("grade"));
        int total = ((Number) Objects.requireNonNull(row.get("total"))).intValue();
        boolean salesReady = Boolean.TRUE.equals(row.get("salesReady"));
        leads.grade(id, grade, total, salesReady);
        Lead lead = leads.get(id);
        Map<String, Object> details = Map.of("grade", grade, "total", total);
        if (!lead.hasOpenChannel()) {
            leads.move(
                    id, Stage.SUPPRESSED, "No channel is left to reach this lead", EventType.LEAD_SUPPRESSED, details);
            return "closed";
        }
        Stage to = salesReady ? Stage.MQL : Stage.NURTURE;
        leads.move(id, to, "Scored %d, grade %s".formatted(total, grade), EventType.LEAD_SCORED, details);
        return salesReady ? "sales" : "nurture";
    }
}
