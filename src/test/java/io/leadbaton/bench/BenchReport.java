package io.leadbaton.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Collects the figures of all benches of a run, then prints them and writes them to {@code target/bench.json}. */
final class BenchReport implements CloseableResource {

    /** Repeats a run: {@code -Dleadbaton.bench.seed=...}. */
    static final long SEED = Long.getLong("leadbaton.bench.seed", 20_261_121);

    private final List<String> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private Machine machine;

    void measuredOn(Machine measured) {
        machine = measured;
    }

    void line(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void row(String timers, int nodes, Lateness late) {
        line("| %s | %d | %s |".formatted(timers, nodes, late.cells()));
    }

    /** What nodes wrote into their logs is part of the result. */
    void complaints(List<String> complaints) {
        complaints.stream().limit(20).forEach(this::line);
    }

    /** Stands before all others when the run has ended: what the ratios rest on. */
    void addFirst(String line, Figure figure) {
        System.out.println(line);
        lines.add(0, line);
        figures.add(0, figure);
    }

    void add(Figure figure) {
        figures.add(figure);
    }

    @Override
    public void close() throws IOException {
        if (machine == null) {
            return;
        }
        System.out.println(String.join("\n", text()));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(Path.of("target/bench.json").toFile(), document());
    }

    private List<String> text() {
        List<String> text = new ArrayList<>(List.of(
                "",
                "Measured at %s on %s.".formatted(machine.commit(), machine.description()),
                "%s, seed %d, fsync on.".formatted(machine.versions(), SEED),
                ""));
        text.addAll(lines);
        text.addAll(List.of(
                "", "| figure | value | unit | x stock | share of the limit | n |", "|---|---|---|---|---|---|"));
        figures.forEach(figure -> text.add("| %s | %s | %s | %s | %s | %d |"
                .formatted(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        dash(figure.stockRatio()),
                        dash(figure.limitShare()),
                        figure.n())));
        return text;
    }

    private static String dash(Double value) {
        return value == null ? "-" : value.toString();
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("commit", machine.commit());
        document.put("date", Clock.systemUTC().instant().toString());
        document.put("machine", machine.description());
        document.put("versions", machine.versions());
        document.put("seed", SEED);
        document.put("figures", figures);
        return document;
    }

    /** Gives every bench of a run the same report, which ends with the last of them. */
    static final class Shared implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext bench) {
            report(bench);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext bench) {
            return parameter.getParameter().getType() == BenchReport.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext bench) {
            return report(bench);
        }

        private static BenchReport report(ExtensionContext bench) {
            return bench.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent(BenchReport.class, key -> new BenchReport(), BenchReport.class);
        }
    }
}
