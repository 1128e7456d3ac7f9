package io.leadbaton.lead.csv;

import io.leadbaton.InputRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The kinds of file that can be imported: those that come with the service, and those in a folder of one's own. */
@Component
class ImportMappings {

    private static final String STANDARD = "standard";

    private final Map<String, ImportMapping> byName = new TreeMap<>();

    ImportMappings(@Value("${leadbaton.imports.mappings:}") String folder) throws IOException {
        readAll("classpath*:import-mappings/*.yaml");
        if (!folder.isBlank()) {
            readAll("file:" + folder + "/*.yaml");
        }
    }

    private void readAll(String pattern) throws IOException {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String name = Objects.requireNonNull(resource.getFilename()).replace(".yaml", "");
            try (InputStream file = resource.getInputStream()) {
                byName.put(name, MappingFile.read(name, file));
            }
        }
    }

    List<ImportMapping> all() {
        return List.copyOf(byName.values());
    }

    Optional<ImportMapping> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The named one; without a name the one whose columns are all there, else the standard one. */
    ImportMapping choose(@Nullable String source, List<String> header) {
        if (source == null || source.isBlank()) {
            return byName.values().stream()
                    .filter(mapping -> mapping.recognises(header) > 0)
                    .max(Comparator.comparingInt(mapping -> mapping.recognises(header)))
                    .orElseGet(() -> byName.get(STANDARD));
        }
        return named(source)
                .orElseThrow(() -> new InputRefused(
                        "",
                        "mapping-unknown",
                        "There is no mapping of that name. Known ones: " + String.join(", ", byName.keySet()) + "."));
    }
}
