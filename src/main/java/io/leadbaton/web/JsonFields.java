package io.leadbaton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadbaton.Faults;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a JSON object by name and notes every one that is of the wrong kind or not known. */
public class JsonFields {

    private final JsonNode object;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    JsonFields(JsonNode content, Faults faults) {
        this.faults = faults;
        this.object = content instanceof ObjectNode ? content : JsonNodeFactory.instance.objectNode();
        if (object != content) {
            faults.add("", "not-an-object", "A JSON object belongs here.");
        }
    }

    public @Nullable String text(String name) {
        JsonNode node = take(name, JsonNodeType.STRING, "not-a-text", "A text belongs here.");
        return node == null ? null : node.textValue();
    }

    /** False when not given. */
    public boolean flag(String name) {
        return flag(name, false);
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode node = take(name, JsonNodeType.BOOLEAN, "not-a-boolean", "True or false belongs here.");
        return node == null ? otherwise : node.booleanValue();
    }

    public @Nullable BigDecimal number(String name) {
        JsonNode node = take(name, JsonNodeType.NUMBER, "not-a-number", "A number belongs here.");
        return node == null ? null : finite(name, node);
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(name, "not-an-instant", "Write an instant as in 2026-01-31T09:30:00Z.");
            return null;
        }
    }

    /** Values by name, in the given order; empty when not given. */
    public Map<String, Object> values(String name) {
        JsonNode node = take(name, JsonNodeType.OBJECT, "not-an-object", "An object of named values belongs here.");
        Map<String, Object> values = new LinkedHashMap<>();
        if (node != null) {
            node.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> values.put(entry.getKey(), plain(entry.getValue())));
        }
        return values;
    }

    public List<String> texts(String name) {
        JsonNode node = take(name, JsonNodeType.ARRAY, "not-a-list", "A list of texts belongs here.");
        List<String> texts = new ArrayList<>();
        if (node != null) {
            for (JsonNode entry : node) {
                if (entry.isTextual()) {
                    texts.add(entry.textValue());
                } else {
                    faults.add(name, "not-a-list", "A list of texts belongs here.");
                }
            }
        }
        return texts;
    }

    /** Says that all known fields were taken: any other one is a mistake of the sender. */
    public void nothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(name, "unknown-property", "There is no such field.");
            }
        });
    }

    private @Nullable JsonNode take(String name, JsonNodeType type, String code, String sentence) {
        known.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.getNodeType() != type) {
            faults.add(name, code, sentence);
            return null;
        }
        return node;
    }

    private @Nullable BigDecimal finite(String name, JsonNode node) {
        if (Double.isInfinite(node.doubleValue())) {
            faults.add(name, "not-a-number", "This number is too large.");
            return null;
        }
        return node.decimalValue();
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            case OBJECT -> Map.of();
            default -> List.of();
        };
    }
}
