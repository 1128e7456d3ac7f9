package io.leadbaton.lifecycle;

import static io.leadbaton.DecisionTable.lead;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.leadbaton.DecisionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Judges the score by real leads whose outcome is known: those it gives to sales should be the ones who buy. */
class LeadScoreIT {

    private static final DecisionTable SCORE = DecisionTable.named("leadScore");
    private static final DecisionTable GRADE = DecisionTable.named("leadGrade");

    @Test
    void givesSalesTheLeadsThatBuy() throws IOException {
        String folder = System.getProperty("leadbaton.test.real-leads", "");
        Assumptions.assumeFalse(folder.isBlank(), "Name a folder with real leads to judge the score by them.");
        Map<String, Boolean> bought = rows(folder, "leads-real-outcomes.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.getField("Lead ID"),
                        row -> row.getField("Converted").equals("1")));
        List<NamedCsvRecord> leads = everyTenth(rows(folder, "leads-real.csv"));

        Map<Boolean, List<NamedCsvRecord>> ready =
                leads.stream().collect(Collectors.partitioningBy(LeadScoreIT::readyForSales));

        Predicate<NamedCsvRecord> buys = row -> bought.get(row.getField("Lead ID"));
        double sold = share(ready.get(true), buys);
        double missed = share(ready.get(false), buys);
        double given = (double) ready.get(true).size() / leads.size();
        System.out.printf(
                "%.0f %% to sales; of those %.0f %% buy, of the others %.0f %%%n",
                100 * given, 100 * sold, 100 * missed);
        assertThat(given).isBetween(0.5, 0.65);
        assertThat(sold).isGreaterThan(3 * missed);
    }

    private static boolean readyForSales(NamedCsvRecord row) {
        Map<String, Object> lead = lead(
                "channel", channel(row),
                "visits", number(row, "Total Visits"),
                "secondsOnSite", number(row, "Time on Site (s)"),
                "lastActivity", row.getField("Last Activity"),
                "interest", row.getField("Interest"),
                "occupation", row.getField("Occupation"),
                "heardAbout", row.getField("Heard About Us"),
                "emailOptOut", row.getField("Email Opt Out").equals("1"));
        List<Map<String, Object>> points = SCORE.answers(lead);
        lead.put("intent", sum(points, "intent"));
        lead.put("qualification", sum(points, "qualification"));
        lead.put("icp", points.stream().anyMatch(point -> point.get("icp").equals(true)));
        return GRADE.answer(lead).get("salesReady").equals(true);
    }

    private static String channel(NamedCsvRecord row) {
        if (row.getField("Lead Source").contains("Chat")) {
            return "chat";
        }
        return switch (row.getField("Lead Origin")) {
            case "Landing Page Submission" -> "web-form";
            case "Lead Add Form" -> row.getField("Lead Source").equals("Reference") ? "referral" : "web-form";
            case "Lead Import" -> "import";
            default -> "api";
        };
    }

    private static Object number(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column))
                .filter(text -> !text.isBlank())
                .map(Double::valueOf)
                .orElse(null);
    }

    private static int sum(List<Map<String, Object>> points, String kind) {
        int sum = points.stream().mapToInt(point -> (Integer) point.get(kind)).sum();
        return Math.max(0, Math.min(100, sum));
    }

    private static double share(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }

    private static List<NamedCsvRecord> everyTenth(List<NamedCsvRecord> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> i % 10 == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static List<NamedCsvRecord> rows(String folder, String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Path.of(folder, file))) {
            return reader.stream().toList();
        }
    }
}
