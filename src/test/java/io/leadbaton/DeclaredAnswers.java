package io.leadbaton;

import io.leadbaton.policy.OneOf;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** In every test: whatever a step answers is among the words it declares, so that no check refuses a question about it. */
@Component
class DeclaredAnswers implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.endsWith("Tasks")
                || Arrays.stream(bean.getClass().getMethods()).noneMatch(DeclaredAnswers::declares)) {
            return bean;
        }
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) DeclaredAnswers::answer);
        return factory.getProxy();
    }

    private static boolean declares(Method method) {
        return method.isAnnotationPresent(OneOf.class);
    }

    private static @Nullable Object answer(MethodInvocation step) throws Throwable {
        Object answer = step.proceed();
        OneOf declared = step.getMethod().getAnnotation(OneOf.class);
        if (declared != null && !Arrays.asList(declared.value()).contains(answer)) {
            throw new AssertionError("%s answers '%s', but declares %s"
                    .formatted(step.getMethod().getName(), answer, List.of(declared.value())));
        }
        return answer;
    }
}
