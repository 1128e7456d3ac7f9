package io.leadbaton.engine.rules;

import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** One cell or column head of a table; an empty cell fits everything. */
record FeelText(
        String id,
        String text,
        @Nullable ParsedExpression parsed,
        @Nullable String unreadable) {

    FeelNames names() {
        return FeelNames.in(parsed);
    }
}
