package io.leadbaton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringBootVersion;

/** What the figures were measured on. */
public record Machine(String description, String commit, Map<String, String> versions) {

    public static Machine here(String postgres) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String description = "%d cores, %d GiB, %s %s, load average %.2f at the start"
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / Math.pow(2, 30)),
                        system.getName(),
                        system.getArch(),
                        system.getSystemLoadAverage());
        Map<String, String> versions = new TreeMap<>(Map.of(
                "java", Runtime.version().toString(),
                "postgresql", postgres,
                "camunda", ProcessEngine.class.getPackage().getImplementationVersion(),
                "spring-boot", SpringBootVersion.getVersion()));
        return new Machine(description, commitOfWorkingDirectory(), versions);
    }

    private static String commitOfWorkingDirectory() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (java.io.IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
