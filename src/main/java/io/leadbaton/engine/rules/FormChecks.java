package io.leadbaton.engine.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyCheck;
import io.leadbaton.policy.PolicyFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form can be read, is named like its file, and has flat keys, because each field is an argument of the next step. */
@Component
class FormChecks implements PolicyCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Collection<Fault> faults(PolicyFiles files) {
        return files.names(".form").stream()
                .flatMap(file -> faults(files, file))
                .toList();
    }

    /** The readable forms by their id. */
    static Map<String, Form> forms(PolicyFiles files) {
        Map<String, Form> forms = new TreeMap<>();
        files.names(".form").stream()
                .flatMap(file -> form(files, file).stream())
                .forEach(form -> forms.put(form.id(), form));
        return forms;
    }

    private static Optional<Form> form(PolicyFiles files, String file) {
        try {
            return Optional.of(Form.of(file, JSON.readTree(files.text(file))));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Stream<Fault> faults(PolicyFiles files, String file) {
        try {
            JsonNode json = JSON.readTree(files.text(file));
            return Stream.concat(named(file, json), fields(Form.of(file, json)));
        } catch (JsonProcessingException e) {
            String where = " (line " + e.getLocation().getLineNr() + ")";
            return Stream.of(new Fault(file, null, "is no JSON: " + e.getOriginalMessage() + where));
        }
    }

    private static Stream<Fault> named(String file, JsonNode json) {
        String id = json.path("id").asText();
        String stem = Diagram.stem(file);
        return id.equals(stem)
                ? Stream.empty()
                : Stream.of(new Fault(file, id, "has the id '" + id + "', but its file says '" + stem + "'"));
    }

    private static Stream<Fault> fields(Form form) {
        List<String> keys = form.fields().stream().map(Form.Field::key).toList();
        Stream<Fault> nested = keys.stream()
                .filter(key -> !key.matches("[a-z]\\w*"))
                .map(key -> new Fault(form.file(), key, "is no plain key: it becomes an argument of the next step"));
        Stream<Fault> twice = keys.stream()
                .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                .distinct()
                .map(key -> new Fault(form.file(), key, "is the key of two fields"));
        return Stream.concat(nested, twice);
    }
}
