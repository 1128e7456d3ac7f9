package io.leadbaton.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** The few expressions a task list may carry; asked at the door, and asked again where the engine evaluates one. */
class QueryTexts {

    static final String SENTENCE = "This expression is not allowed in a task list.";

    private QueryTexts() {}

    static boolean allow(String key, String text) {
        return !key.endsWith("Expression") || GuardedExpression.IN_QUERIES.contains(text);
    }

    static boolean allow(JsonNode sent) {
        for (var field : sent.properties()) {
            if (!field.getValue().isNull()
                    && !allow(field.getKey(), field.getValue().asText())) {
                return false;
            }
        }
        for (JsonNode part : sent) {
            if (!allow(part)) {
                return false;
            }
        }
        return true;
    }
}
