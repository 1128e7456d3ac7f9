package io.leadbaton.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A submitted form: only fields of that form, only plain values. */
@Component
class Submission {

    private static final Pattern TASK = Pattern.compile("/task/([^/]+)/submit-form");
    private static final Pattern START_BY_KEY = Pattern.compile("/process-definition/key/([^/]+)(/.*)?/submit-form");
    private static final Pattern START = Pattern.compile("/process-definition/([^/]+)/submit-form");
    private static final Set<String> PLAIN =
            Set.of("", "null", "String", "Boolean", "Integer", "Long", "Double", "Number", "Null");

    private final FormFields forms;

    Submission(FormFields forms) {
        this.forms = forms;
    }

    /** The task a request completes. */
    static Optional<String> taskAt(String path) {
        return Optional.of(TASK.matcher(path)).filter(Matcher::matches).map(task -> task.group(1));
    }

    Optional<String> refusalOf(String path, JsonNode body) {
        return fieldsAt(path).flatMap(fields -> refusalOf(fields, body));
    }

    private Optional<Set<String>> fieldsAt(String path) {
        Matcher task = TASK.matcher(path);
        Matcher key = START_BY_KEY.matcher(path);
        Matcher start = START.matcher(path);
        if (task.matches()) {
            return Optional.of(forms.ofTask(task.group(1)));
        }
        if (key.matches()) {
            return Optional.of(forms.ofStartByKey(key.group(1)));
        }
        return start.matches() ? Optional.of(forms.ofStart(start.group(1))) : Optional.empty();
    }

    private static Optional<String> refusalOf(Set<String> fields, JsonNode body) {
        if (body.path("businessKey").isTextual()) {
            return Optional.of("The service names what a process is about.");
        }
        return body.path("variables").properties().stream()
                .filter(sent -> !fields.contains(sent.getKey()) || !isPlain(sent.getValue()))
                .map(sent -> "Something was sent that is not a field of this form.")
                .findFirst();
    }

    private static boolean isPlain(JsonNode field) {
        return PLAIN.contains(field.path("type").asText(""))
                && !field.path("value").isContainerNode()
                && field.path("valueInfo").isEmpty();
    }
}
