package io.leadbaton.sla;

import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The folder of a process owner who edits calendars; begins with the shipped files. */
public final class CalendarFiles {

    private static final Path CALENDARS = Path.of("processes/calendars");

    private final Path folder;

    public CalendarFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("forms"));
        FileSystemUtils.copyRecursively(CALENDARS, folder.resolve(CALENDARS));
    }

    public PolicySource source() {
        return new PolicySource(folder);
    }

    public void save(String name, String text) throws IOException {
        Files.writeString(path(name), text);
    }

    public void replace(String name, String passage, String instead) throws IOException {
        String text = Files.readString(path(name));
        if (!text.contains(passage)) {
            throw new AssertionError(name + " does not contain: " + passage);
        }
        save(name, text.replace(passage, instead));
    }

    public void remove(String name) throws IOException {
        Files.delete(path(name));
    }

    /** Closes the usual calendar on one more day. */
    void close(String date) throws IOException {
        replace("default.yaml", "dates: {}", "dates: {%s: \"closed, outing\"}".formatted(date));
    }

    PolicyFiles read() {
        return source().read(CalendarFolder::holds);
    }

    private Path path(String name) {
        return folder.resolve(CALENDARS).resolve(name);
    }
}
