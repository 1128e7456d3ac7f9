package io.leadbaton.engine;

import io.leadbaton.engine.rules.RequiredElement;
import io.leadbaton.engine.rules.Seam;
import io.leadbaton.policy.ClockSteps;
import java.util.List;
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
    static final List<RequiredElement> REQUIRED = List.of(
            new RequiredElement("lifecycle", null, "the application starts this process for every lead"),
            new RequiredElement("escalation", null, "the application starts this process for every late promise"),
            new RequiredElement("absence", null, "the application tells this process who is away"),
            new RequiredElement("lifecycle", "whereItStands", "a lead of an older policy enters by this id"),
            new RequiredElement("lifecycle", "whereSalesStands", "a lead that sales works enters by this id"),
            new RequiredElement(
                    "handoff", "assignByHand", "a lead that waits at this id is given to a rep by managers"),
            new RequiredElement(
                    "reassignment", "assignSenior", "a lead that waits at this id is given to a senior by managers"),
            new RequiredElement("cadence", "holdEnds", "the signal 'resume' looks for this id to end a hold"),
            new RequiredElement(
                    "qualification",
                    "qualifyLead",
                    "the correction of an attempt looks for this id to go back to the contact plan"));
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
        return new Seam(classes, MESSAGES, VARIABLES, REQUIRED, clocks);
    }
}
