package io.leadbaton.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The intake key of the demo: kept where its owner can read it, made anew when the file is gone. */
@Component
class DemoKey {

    private final IntakeKeys keys;
    private final Path file;

    DemoKey(IntakeKeys keys, @Value("${leadbaton.data:data}") Path folder) {
        this.keys = keys;
        this.file = folder.resolve("demo-intake-key");
    }

    Path keep() {
        try {
            if (keys.sourceOf(read()).isEmpty()) {
                write(keys.issue("demo"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read() throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private void write(String key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, key + "\n");
    }
}
