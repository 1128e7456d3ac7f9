package io.leadbaton.lifecycle;

import io.leadbaton.lead.LeadId;
import io.leadbaton.policy.OneOf;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of the process {@code assessment}. */
@Component
public class AssessmentTasks {

    private final Assessments assessments;

    AssessmentTasks(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Merges the lead into one that is known already. True when there was one. */
    public boolean matchKnownLead(String leadId) {
        return assessments.match(LeadId.of(leadId));
    }

    /** Notes the lead type, unless the door told one. */
    public void recordType(String leadId, String leadType) {
        assessments.type(LeadId.of(leadId), leadType);
    }

    /** Adds up the points for intent and for qualification, with the reasons. */
    public void recordScore(String leadId, List<Map<String, Object>> points) {
        assessments.score(LeadId.of(leadId), points);
    }

    /** Notes the grade, and says where the lead goes: sales, nurture or closed. */
    @OneOf({"sales", "nurture", "closed"})
    public String recordGrade(String leadId, Map<String, Object> grade) {
        return assessments.grade(LeadId.of(leadId), grade);
    }
}
