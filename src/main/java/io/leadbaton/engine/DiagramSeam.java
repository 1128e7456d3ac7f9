package io.leadbaton.engine;

import io.leadbaton.engine.rules.Seam;
import io.leadbaton.policy.ClockSteps;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Lists what diagrams may count on, so that a policy that counts on anything else is refused before a lead meets it. */
@Configuration(proxyBeanMethods = false)
class DiagramSeam {

    static final Set<String> MESSAGES = Set.of(
            "optedOut",
            "merged",
            "erased",
            "replied",
            "meetingBooked",
            "reawakened",
            "opportunityClosed",
            "held",
            "dataFoundWrong",
            "clockStopped");
    static final Set<String> VARIABLES = Set.of("leadId", "clockId", "sortOut");

    @Bean
    Seam seam(BeanFactory beans, ClockSteps clocks) {
        Map<String, Class<?>> classes = new TreeMap<>();
        for (String name : NamedBeans.NAMES) {
            Class<?> type = beans.containsBean(name) ? beans.getType(name) : null;
            if (type != null) {
                classes.put(name, ClassUtils.getUserClass(type));
            }
        }
        return new Seam(classes, MESSAGES, VARIABLES, clocks);
    }
}
