package io.leadbaton;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program of ours in a process of its own, so that a test can kill it the hard way. */
public record Child(Process process, BufferedReader output, List<String> lines) implements AutoCloseable {

    /** Small and quick to start. */
    public static Child run(Class<?> main, Map<String, String> environment, String... arguments) {
        return run(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m"), main, environment, arguments);
    }

    public static Child run(List<String> options, Class<?> main, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return new Child(process, process.inputReader(), new ArrayList<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until a line holds the text; a program that ends before is an error that shows what it said. */
    public String awaitLine(String text) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.contains(text)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("\"" + text + "\" never came:\n" + String.join("\n", lines));
    }

    /** Everything it says until it ends by itself. */
    public String awaitEnd() throws InterruptedException {
        output.lines().forEach(lines::add);
        process.waitFor();
        return String.join("\n", lines);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
