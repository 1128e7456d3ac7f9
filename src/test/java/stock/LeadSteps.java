package stock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The steps of the diagrams, on process variables. */
@Component
public class LeadSteps {

    private static final int REPS = 4;

    private final AtomicInteger turn = new AtomicInteger();

    public boolean matchKnownLead(DelegateExecution lead) {
        return false;
    }

    public void recordType(DelegateExecution lead) {
        lead.setVariable("stage", "NEW");
    }

    @SuppressWarnings("unchecked")
    public void recordScore(DelegateExecution lead) {
        var points = (List<Map<String, Object>>) lead.getVariable("points");
        lead.setVariable("intent", sum(points, "intent"));
        lead.setVariable("qualification", sum(points, "qualification"));
    }

    private static double sum(List<Map<String, Object>> points, String kind) {
        return points.stream()
                .mapToDouble(row -> ((Number) row.getOrDefault(kind, 0)).doubleValue())
                .sum();
    }

    @SuppressWarnings("unchecked")
    public String recordGrade(DelegateExecution lead) {
        var grade = (Map<String, Object>) lead.getVariable("grade");
        lead.setVariable("total", grade.get("total"));
        lead.setVariable("stage", "MQL");
        return "sales";
    }

    public void startClocks(DelegateExecution lead) {
        lead.setVariable("firstResponseDueAt", in(Duration.ofMinutes(5)));
        lead.setVariable("processedDueAt", in(Duration.ofDays(1)));
    }

    public String assignRep(DelegateExecution lead) {
        lead.setVariable("acceptanceDueAt", in(Duration.ofMinutes(3)));
        return "rep" + (turn.getAndIncrement() % REPS + 1);
    }

    public boolean recordAcceptance(DelegateExecution lead) {
        return "accept".equals(lead.getVariable("decision"));
    }

    public void adoptPlan(DelegateExecution lead) {
        lead.setVariable("attempts", 0);
    }

    public String planNextAttempt(DelegateExecution lead) {
        lead.setVariable("nextAttemptAt", in(Duration.ofHours(4)));
        return "attempt";
    }

    public String logAttempt(DelegateExecution lead) {
        lead.setVariable("attempts", (int) lead.getVariable("attempts") + 1);
        return "again";
    }

    public void offTheMeasuredPath(DelegateExecution lead) {
        throw new IllegalStateException(lead.getCurrentActivityId() + " is not on the measured path");
    }

    private static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }
}
