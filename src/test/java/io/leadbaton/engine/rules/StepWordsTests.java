package io.leadbaton.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.lead.NewLeadFixtures;
import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.Vocabulary;
import io.leadbaton.policy.WordKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The words that a policy is held against are those the steps and the tables really know. */
@LeadbatonTest
class StepWordsTests {

    @Autowired
    Seam seam;

    @Autowired
    Scenario scenario;

    @Autowired
    BeanFactory beans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Vocabulary vocabulary;

    @Test
    void aStepTakesTheWordsItDeclaresAndNoOther() {
        String lead = scenario.arrives(NewLeadFixtures.aHotLead()).value();

        choices().forEach(choice -> {
            String refusal = refusal(choice, "no such word", lead);
            assertThat(refusal).as(choice.toString()).startsWith("io.leadbaton.Refused: ");
            assertThat(choice.words())
                    .as(choice.toString())
                    .allSatisfy(word -> assertThat(refusal(choice, word, lead)).isNotEqualTo(refusal));
        });
    }

    @Test
    void aTableMayAskForEveryFactOfALeadAndNoOther() throws Exception {
        LeadId lead = scenario.arrives(NewLeadFixtures.aHotLead());

        Object facts =
                seam.beans().get("leads").getMethod("facts", String.class).invoke(beans.getBean("leads"), lead.value());

        assertThat(((Map<?, ?>) facts).keySet())
                .extracting(name -> "lead." + name)
                .containsExactlyInAnyOrderElementsOf(
                        vocabulary.of(new PolicyFiles(Map.of())).of(WordKind.FACT));
    }

    private record Choice(String bean, Method step, int parameter, List<String> words) {

        @Override
        public String toString() {
            return bean + "." + step.getName() + ", " + step.getParameters()[parameter].getName();
        }
    }

    private List<Choice> choices() {
        return seam.beans().entrySet().stream()
                .flatMap(bean -> Arrays.stream(bean.getValue().getDeclaredMethods())
                        .flatMap(step -> Arrays.stream(step.getParameters())
                                .filter(StepWordsTests::chooses)
                                .map(parameter -> new Choice(
                                        bean.getKey(),
                                        step,
                                        List.of(step.getParameters()).indexOf(parameter),
                                        List.of(parameter
                                                .getAnnotation(OneOf.class)
                                                .value())))))
                .toList();
    }

    private static boolean chooses(Parameter parameter) {
        OneOf oneOf = parameter.getAnnotation(OneOf.class);
        return oneOf != null && oneOf.value().length > 0;
    }

    /** What the step says against the word; nothing of what it did stays. */
    private String refusal(Choice choice, String word, String lead) {
        Object[] arguments = Arrays.stream(choice.step().getParameters())
                .map(parameter -> parameter.getName().equals("leadId") ? lead : "")
                .toArray();
        arguments[choice.parameter()] = word;
        String refusal = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                choice.step().invoke(beans.getBean(choice.bean()), arguments);
                return "";
            } catch (InvocationTargetException e) {
                return String.valueOf(e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });
        return Objects.requireNonNull(refusal);
    }
}
