package io.leadbaton.engine.rules;

import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** One cell or column head of a table; an empty cell fits everything. */
record FeelText(
        String id,
        String text,
        @Nullable ParsedExpression parsed,
        @Nullable String unreadable) {

    /** Whether the cell only holds its column's value against values, so that a few examples tell everything about it. */
    boolean isPlain() {
        return parsed == null || !text.matches("(?s).*(\\?|\\bif\\b|(?<!\\bnot)\\(|[a-z]\\.[a-z]).*");
    }

    /** The texts that it names in quotes. */
    Stream<String> texts() {
        return names().constants().stream().filter(String.class::isInstance).map(String.class::cast);
    }

    FeelNames names() {
        return FeelNames.in(parsed);
    }
}
