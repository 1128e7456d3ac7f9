package io.leadbaton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The libraries Camunda Modeler is made of, fetched once into the build folder; where there is no npm, their tests are skipped. */
final class ModelerLibraries {

    private static final Path WANTED = Path.of("src/test/modeler/package.json");
    private static final Path FOLDER = Path.of("target/modeler");
    private static final Path LIBRARIES = FOLDER.resolve("node_modules");
    private static final Path LOG = FOLDER.resolve("npm.log");
    private static final List<String> INSTALL = List.of(
            "npm",
            "install",
            "--no-package-lock",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000");

    private ModelerLibraries() {}

    static Path installed() {
        try {
            if (!upToDate()) {
                Files.createDirectories(FOLDER);
                Files.copy(WANTED, FOLDER.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
                Assumptions.assumeTrue(
                        npm(), "npm could not fetch what Camunda Modeler is made of; " + LOG + " says why.");
            }
            return LIBRARIES;
        } catch (IOException e) {
            return Assumptions.abort("Install npm to open the models with what Camunda Modeler is made of.");
        }
    }

    /** npm writes its own list last. */
    private static boolean upToDate() throws IOException {
        return Files.exists(LIBRARIES.resolve(".package-lock.json"))
                && Files.mismatch(WANTED, FOLDER.resolve("package.json")) == -1;
    }

    private static boolean npm() throws IOException {
        Files.deleteIfExists(LIBRARIES.resolve(".package-lock.json"));
        Process npm = new ProcessBuilder(INSTALL)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        try {
            return npm.waitFor(5, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            npm.destroy();
        }
    }
}
