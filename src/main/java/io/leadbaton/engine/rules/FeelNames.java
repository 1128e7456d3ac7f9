package io.leadbaton.engine.rules;

import camundajar.impl.scala.Product;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/** What a cell speaks of: paths such as {@code lead.visits} (beginning with ? for the column's own value), and plain values. */
record FeelNames(Set<String> paths, Set<Object> constants) {

    static FeelNames in(@Nullable ParsedExpression expression) {
        FeelNames names = new FeelNames(new LinkedHashSet<>(), new LinkedHashSet<>());
        if (expression != null) {
            names.collect(expression.expression());
        }
        return names;
    }

    private void collect(@Nullable Object part) {
        String path = path(part);
        if (path != null) {
            paths.add(path);
        } else if (part instanceof ConstString text) {
            constants.add(text.value());
        } else if (part instanceof ConstNumber number) {
            constants.add(number.value().bigDecimal());
        } else if (part instanceof ConstBool truth) {
            constants.add(truth.value());
        } else if (part instanceof Product parts) {
            parts.productIterator().foreach(inner -> {
                collect(inner);
                return null;
            });
        }
    }

    private static @Nullable String path(@Nullable Object part) {
        if (part instanceof ConstInputValue$) {
            return "?";
        }
        if (part instanceof Ref ref) {
            return ref.names().mkString(".");
        }
        if (part instanceof PathExpression step) {
            String before = path(step.path());
            return before == null ? null : before + "." + step.key();
        }
        return null;
    }
}
