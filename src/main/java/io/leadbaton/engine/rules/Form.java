package io.leadbaton.engine.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A form as a diagram sees it: the fields a person fills in. */
record Form(String file, String id, List<Field> fields) {

    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");

    /** One field, with the values it lets a person choose from; what a person writes freely may name somebody. */
    record Field(String key, String type, String label, List<String> options) {

        boolean isWritten() {
            return WRITTEN.contains(type);
        }
    }

    static Form of(String file, JsonNode json) {
        List<Field> fields = new ArrayList<>();
        collect(json, fields);
        return new Form(file, json.path("id").asText(), fields);
    }

    private static void collect(JsonNode parent, List<Field> fields) {
        for (JsonNode component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                fields.add(new Field(
                        component.get("key").asText(),
                        component.path("type").asText(),
                        component.path("label").asText(),
                        options(component)));
            }
            collect(component, fields);
        }
    }

    private static List<String> options(JsonNode component) {
        List<String> options = new ArrayList<>();
        component
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        return options;
    }

    Set<String> keys() {
        return fields.stream().map(Field::key).collect(Collectors.toSet());
    }
}
