package io.leadbaton.engine;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Leaves what one step hands to the next as it is: the engine would write it as bytes although it stores none of them. */
class HandedOn extends AbstractTypedValueSerializer<ObjectValue> {

    HandedOn() {
        super(ValueType.OBJECT);
    }

    @Override
    public String getName() {
        return "handed-on";
    }

    /** Of several that can write a value the engine takes the one with its default format, and only then the first. */
    @Override
    public String getSerializationDataformat() {
        return Variables.SerializationDataFormats.JAVA.getName();
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.isTransient() && !isWrittenAlready(value) && isPlain(value.getValue());
    }

    private static boolean isWrittenAlready(TypedValue value) {
        return value instanceof ObjectValue object
                && (!object.isDeserialized() || object.getSerializationDataFormat() != null);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection || value instanceof DmnDecisionResult;
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.objectValue(value.getValue(), true).create();
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        // It is gone before anything is stored.
    }

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw new IllegalStateException("Handed on and never stored: " + fields.getName());
    }
}
