package io.leadbaton.engine;

import io.leadbaton.engine.rules.Seam;
import io.leadbaton.sla.WhenClocksRun;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;

/** What the application offers to diagrams, read from its classes without starting it. */
public final class ClassPathSeam {

    private ClassPathSeam() {}

    public static Seam read() {
        Map<String, Class<?>> beans = new TreeMap<>();
        var names = new AnnotationBeanNameGenerator();
        var registry = new GenericApplicationContext();
        new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("io.leadbaton")
                .forEach(bean -> beans.put(
                        names.generateBeanName(bean, registry),
                        ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null)));
        beans.keySet().retainAll(NamedBeans.NAMES);
        return new Seam(
                beans, DiagramSeam.MESSAGES, DiagramSeam.VARIABLES, DiagramSeam.REQUIRED, WhenClocksRun.clockSteps());
    }
}
