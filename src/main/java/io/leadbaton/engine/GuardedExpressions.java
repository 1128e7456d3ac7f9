package io.leadbaton.engine;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/** Expressions of diagrams and task lists: they reach the named beans and plain values, and nothing of Java behind them. */
class GuardedExpressions extends SpringExpressionManager {

    private static final Pattern DYNAMIC = Pattern.compile("[$#]\\{");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(getClass|class|forName|getClassLoader|classLoader|Runtime|ProcessBuilder|newInstance|invoke)\\b|\\bT\\s*\\(");

    GuardedExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new GuardedExpression(createValueExpression(text), this, text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        if (DYNAMIC.matcher(text).find() && FORBIDDEN.matcher(text).find()) {
            throw new ProcessEngineException("An expression may name beans and values, not Java's classes: " + text);
        }
        return super.createValueExpression(text);
    }

    /** Beans come before variables, so that nothing a form sends can take a bean's place. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new PlainBeanResolver());
        return resolver;
    }
}
