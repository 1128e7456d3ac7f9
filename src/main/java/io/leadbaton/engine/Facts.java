package io.leadbaton.engine;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Carries facts about a lead into a decision and its result to the next step, so that the engine stores none of them. */
@Component("facts")
public class Facts {

    /** Shows a decision the facts it judges by. */
    public TypedValue of(Map<String, Object> facts) {
        return Variables.objectValue(facts, true).create();
    }

    /** Hands what a decision said to the step right behind it. */
    public TypedValue passing(Object result) {
        return Variables.objectValue(result, true).create();
    }

    /** Offers choices to a form, as a list of values and labels. */
    public TypedValue options(Object choices) {
        return Variables.objectValue(choices)
                .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                .create();
    }
}
