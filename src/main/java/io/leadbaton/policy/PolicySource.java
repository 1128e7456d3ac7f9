package io.leadbaton.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where the policy is edited: a folder given by the operator, else the working directory, else the files in the jar. */
@Component
public class PolicySource {

    private final @Nullable Path folder;

    @Autowired
    public PolicySource(@Value("${leadbaton.policy.dir:}") String configured) {
        this(configured.isBlank() ? workingDirectory() : Path.of(configured));
    }

    public PolicySource(@Nullable Path folder) {
        this.folder = folder;
    }

    private static @Nullable Path workingDirectory() {
        Path here = Path.of("").toAbsolutePath();
        return holdsPolicy(here) ? here : null;
    }

    private static boolean holdsPolicy(Path folder) {
        return Files.isDirectory(folder.resolve("processes")) && Files.isDirectory(folder.resolve("forms"));
    }

    /** Files in a jar never change while it runs. */
    public boolean canChange() {
        return folder != null;
    }

    public PolicyFiles read() {
        return read(PolicyFiles::belongs);
    }

    /** The files of another kind that lie in the same place, chosen by name. */
    public PolicyFiles read(Predicate<String> wanted) {
        try {
            return new PolicyFiles(folder == null ? inJar(wanted) : in(folder, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> in(Path folder, Predicate<String> wanted) throws IOException {
        if (!holdsPolicy(folder)) {
            throw new PolicyRefused(List.of(new Fault(folder.toString(), null, "does not hold processes/ and forms/")));
        }
        Map<String, byte[]> contents = new TreeMap<>();
        for (String top : List.of("processes", "forms")) {
            for (Path file : filesBelow(folder.resolve(top))) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    private static List<Path> filesBelow(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, byte[]> inJar(Predicate<String> wanted) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String top : List.of("processes", "forms")) {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + top + "/**")) {
                String url = UriUtils.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
                String name = url.substring(url.lastIndexOf("/" + top + "/") + 1);
                if (wanted.test(name)) {
                    contents.put(name, resource.getContentAsByteArray());
                }
            }
        }
        return contents;
    }
}
