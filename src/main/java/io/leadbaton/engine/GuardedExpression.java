package io.leadbaton.engine;

import io.leadbaton.Refused;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/** One expression: outside a process only the few texts task filters need, and a step's refusal reaches the person as a sentence. */
class GuardedExpression extends JuelExpression {

    /** Without a process behind it, an expression was typed by whoever asked: CVE-2026-109432. */
    static final Set<String> IN_QUERIES =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime().plusHours(1)}");

    GuardedExpression(ValueExpression expression, JuelExpressionManager manager, String text) {
        super(expression, manager, text);
    }

    @Override
    public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        if (scope == null && !isLiteralText() && !IN_QUERIES.contains(getExpressionText())) {
            throw new ProcessEngineException("This expression is not allowed in a query: " + getExpressionText());
        }
        try {
            return super.getValue(scope, execution);
        } catch (ProcessEngineException wrapped) {
            throw refusalIn(wrapped);
        }
    }

    /** The engine wraps whatever a bean throws; its REST layer answers 400 to this exception only when nothing is inside. */
    private static ProcessEngineException refusalIn(ProcessEngineException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return new FormFieldValidationException(null, refused.getMessage());
            }
        }
        return wrapped;
    }
}
