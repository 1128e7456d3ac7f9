package io.leadbaton.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadbaton.Faults;

/**
 * A request body that is well-formed JSON.
 *
 * @param hash the same for the same content, however it was spaced or ordered
 */
public record JsonBody(JsonNode content, String hash) {

    public JsonFields fields(Faults faults) {
        return new JsonFields(content, faults);
    }
}
