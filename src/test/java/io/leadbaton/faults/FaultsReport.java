package io.leadbaton.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.leadbaton.bench.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run of faults has shown: a table on the console, and {@code target/faults.json}. */
final class FaultsReport {

    /**
     * One fault and what came of it.
     *
     * @param violations of any invariant, after the world was healed
     */
    record Line(String name, boolean held, String detail, long n, int violations, double seconds) {}

    private final Machine machine;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> violations = new TreeMap<>();

    FaultsReport(Machine machine) {
        this.machine = machine;
    }

    void add(Fault fault, Finding finding, Map<String, List<String>> found, double seconds) {
        found.forEach((id, sentences) -> violations.merge(id, sentences.size(), Integer::sum));
        int wrong = found.values().stream().mapToInt(List::size).sum();
        boolean held = wrong == 0 && finding.broken().isEmpty();
        String detail = finding.broken().isEmpty()
                ? finding.injected()
                : finding.injected() + "; NOT HELD: " + String.join("; ", finding.broken());
        lines.add(new Line(fault.name(), held, detail, finding.n(), wrong, Math.round(seconds * 10) / 10.0));
        System.out.println(row(lines.get(lines.size() - 1)));
    }

    void write(long acknowledged, int kills) throws IOException {
        System.out.println(String.join("\n", text(acknowledged, kills)));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(Path.of("target/faults.json").toFile(), document(acknowledged, kills));
    }

    private List<String> text(long acknowledged, int kills) {
        List<String> text = new ArrayList<>(List.of(
                "",
                "Tried at %s on %s.".formatted(machine.commit(), machine.description()),
                "%s, seed %d, fsync on, jobs locked for %d s."
                        .formatted(machine.versions(), World.SEED, World.LOCK_SECONDS),
                "",
                "| fault | held | n | violations | seconds | what happened |",
                "|---|---|---|---|---|---|"));
        lines.forEach(line -> text.add(row(line)));
        text.add("");
        text.add("%d leads acknowledged, %d violations of I1 (lost or doubled), %d of I2, %d kills. By invariant: %s"
                .formatted(acknowledged, of("I1"), of("I2"), kills, violations));
        return text;
    }

    private static String row(Line line) {
        return "| %s | %s | %d | %d | %.1f | %s |"
                .formatted(
                        line.name(),
                        line.held() ? "yes" : "NO",
                        line.n(),
                        line.violations(),
                        line.seconds(),
                        line.detail());
    }

    private int of(String invariant) {
        return violations.getOrDefault(invariant, 0);
    }

    private Map<String, Object> document(long acknowledged, int kills) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("commit", machine.commit());
        document.put("date", Clock.systemUTC().instant().toString());
        document.put("machine", machine.description());
        document.put("versions", machine.versions());
        document.put("seed", World.SEED);
        document.put("lockSeconds", World.LOCK_SECONDS);
        document.put("acknowledged", acknowledged);
        document.put("lost", of("I1"));
        document.put("doubled", of("I2"));
        document.put("kills", kills);
        document.put("faults", lines);
        document.put(
                "invariants",
                violations.entrySet().stream()
                        .map(one -> Map.of("id", one.getKey(), "violations", one.getValue()))
                        .toList());
        return document;
    }
}
