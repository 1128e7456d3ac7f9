package io.leadbaton.engine;

import io.leadbaton.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step bean that writes down what it is given. */
public class Notes {

    final List<Object> seen = new ArrayList<>();

    public void note(Object something) {
        seen.add(something);
    }

    public Map<String, Object> facts(String leadId) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("visits", 7);
        facts.put("company", "CANARY of " + leadId);
        facts.put("country", null);
        return facts;
    }

    public void refuse() {
        throw new Refused("Choose a reason first.");
    }

    public void fail() {
        throw new IllegalStateException("a fault, not an answer");
    }
}
