package io.leadbaton.engine.rules;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One kind of lead in a trial: a value for each path the table asks about; a path without a value is unknown. */
record Facts(Map<String, Object> byPath) {

    static final Facts NONE = new Facts(Map.of());

    Facts with(String path, @Nullable Object value) {
        Map<String, Object> more = new TreeMap<>(byPath);
        if (value != null) {
            more.put(path, value);
        }
        return new Facts(more);
    }

    Facts and(Facts others) {
        Map<String, Object> more = new TreeMap<>(byPath);
        more.putAll(others.byPath);
        return new Facts(more);
    }

    /** Nested as the engine sees it: {@code lead.visits} is the entry visits of the map lead. */
    Map<String, Object> nested(Iterable<String> roots) {
        Map<String, Object> nested = new HashMap<>();
        roots.forEach(root -> nested.put(root, new HashMap<String, Object>()));
        byPath.forEach((path, value) -> put(nested, path, value));
        return nested;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> into, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.put(path, value);
        } else if (into.computeIfAbsent(path.substring(0, dot), key -> new HashMap<String, Object>())
                instanceof Map<?, ?> inner) {
            put((Map<String, Object>) inner, path.substring(dot + 1), value);
        }
    }

    @Override
    public String toString() {
        return byPath.isEmpty()
                ? "nothing is known"
                : byPath.entrySet().stream()
                        .map(entry -> entry.getKey() + " is " + entry.getValue())
                        .collect(joining(", "));
    }
}
