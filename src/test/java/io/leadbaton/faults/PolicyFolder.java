package io.leadbaton.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The policy that all nodes watch, as its owner may save it: well, and badly. */
record PolicyFolder(Path path) {

    static PolicyFolder copiedTo(Path folder) {
        for (String part : List.of("processes", "forms")) {
            copy(Path.of(part), folder.resolve(part));
        }
        return new PolicyFolder(folder);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves a file anew and answers what it was. */
    String change(String file, UnaryOperator<String> edit) {
        Path target = path.resolve(file);
        try {
            String before = Files.readString(target, UTF_8);
            Files.writeString(target, edit.apply(before), UTF_8);
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
