package io.leadbaton.lead.csv;

import io.leadbaton.lead.IntakeFacts;
import io.leadbaton.lead.csv.ImportMapping.Rule;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a mapping from its file and refuses one that says what nobody understands. */
final class MappingFile {

    private static final Set<String> KEYS = Set.of("about", "recognisedBy", "columns", "defaults", "derived");
    private static final Set<String> FIELDS = Set.of(
            "externalId",
            "email",
            "phone",
            "name",
            "firstName",
            "lastName",
            "company",
            "jobTitle",
            "country",
            "city",
            "timeZone",
            "channel",
            "source",
            "campaign",
            "supplier",
            "leadType",
            "message",
            "emailOptOut",
            "doNotCall",
            "receivedAt",
            ImportMapping.IGNORED);

    private final String name;
    private final Map<String, Object> content;

    private MappingFile(String name, Map<String, Object> content) {
        this.name = name;
        this.content = content;
    }

    static ImportMapping read(String name, InputStream file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Object> content = new Yaml(new SafeConstructor(strict)).load(file);
        return new MappingFile(name, content).mapping();
    }

    private ImportMapping mapping() {
        content.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> {
            throw fault("there is no such key: " + key);
        });
        return new ImportMapping(
                name,
                String.valueOf(content.getOrDefault("about", "")),
                texts(content.get("recognisedBy")).stream()
                        .map(ImportMapping::plain)
                        .toList(),
                columns(),
                defaults(),
                derived());
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        table("columns")
                .forEach((column, field) -> columns.put(ImportMapping.plain(column), checked(field.toString())));
        return columns;
    }

    private Map<String, String> defaults() {
        return table("defaults").entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> checked(entry.getKey()),
                        entry -> entry.getValue().toString()));
    }

    private Map<String, List<Rule>> derived() {
        Map<String, List<Rule>> derived = new HashMap<>();
        table("derived")
                .forEach((field, rules) -> derived.put(
                        checked(field),
                        ((List<?>) rules)
                                .stream().map(rule -> rule((Map<?, ?>) rule)).toList()));
        return derived;
    }

    private Rule rule(Map<?, ?> rule) {
        Object otherwise = rule.get("otherwise");
        if (otherwise != null) {
            return new Rule(null, List.of(), otherwise.toString());
        }
        Object column = rule.get("when");
        Object then = rule.get("then");
        if (column == null || then == null) {
            throw fault("a rule has when, is and then, or otherwise");
        }
        List<String> values = texts(rule.get("is")).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        return new Rule(ImportMapping.plain(column.toString()), values, then.toString());
    }

    private String checked(String field) {
        int dot = field.indexOf('.');
        String rest = field.substring(dot + 1);
        boolean known = switch (dot < 0 ? "" : field.substring(0, dot)) {
            case "" -> FIELDS.contains(field);
            case "facts" -> IntakeFacts.NUMBERS.contains(rest) || IntakeFacts.TEXTS.contains(rest);
            case "intent", "qualification", "custom" -> !rest.isBlank();
            default -> false;
        };
        if (!known) {
            throw fault("there is no such field: " + field);
        }
        return field;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> table(String key) {
        return (Map<String, Object>) content.getOrDefault(key, Map.of());
    }

    private static List<String> texts(@Nullable Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private IllegalStateException fault(String sentence) {
        return new IllegalStateException("Import mapping %s: %s".formatted(name, sentence));
    }
}
