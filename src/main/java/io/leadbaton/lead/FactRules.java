package io.leadbaton.lead;

import io.leadbaton.Faults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a door may tell about a lead in free fields: few, short, and plain values only. */
final class FactRules {

    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 2048;
    private static final double LARGEST_NUMBER = 1e15;

    private FactRules() {}

    static void check(NewLead lead, Faults faults) {
        checkMap("intent", lead.intent(), faults);
        checkMap("qualification", lead.qualification(), faults);
        checkMap("custom", lead.custom(), faults);
        lead.facts().forEach((name, value) -> checkFact(name, value, faults));
    }

    static void checkText(String field, @Nullable Object value, int longest, Faults faults) {
        if (value instanceof String text) {
            TextRules.checkLines(field, text, longest, faults);
        } else if (value != null) {
            faults.add(field, "not-a-text", "A text belongs here.");
        }
    }

    private static void checkMap(String field, Map<String, Object> values, Faults faults) {
        if (values.size() > MOST_KEYS) {
            faults.add(field, "too-many", "At most " + MOST_KEYS + " values fit here.");
            return;
        }
        values.forEach((key, value) -> {
            TextRules.check(field, key, LONGEST_KEY, faults);
            checkValue(field + "/" + key, value, faults);
        });
    }

    private static void checkValue(String field, @Nullable Object value, Faults faults) {
        if (value instanceof Map || value instanceof Iterable) {
            faults.add(field, "not-a-plain-value", "A text, a number, true or false belongs here.");
        } else if (value instanceof String text) {
            TextRules.checkLines(field, text, LONGEST_VALUE, faults);
        } else if (value instanceof Number number && !(Math.abs(number.doubleValue()) <= LARGEST_NUMBER)) {
            faults.add(field, "number-too-large", "This number is too large.");
        }
    }

    private static void checkFact(String name, @Nullable Object value, Faults faults) {
        if (IntakeFacts.NUMBERS.contains(name)) {
            if (!(value instanceof Number number) || number.doubleValue() < 0 || number.doubleValue() > 1e9) {
                faults.add(name, "not-a-count", "A number from 0 on belongs here.");
            }
        } else {
            checkText(name, value, TextRules.LINE, faults);
        }
    }
}
