package io.leadbaton.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A small policy that passes every check, to be broken in one place at a time. */
public final class ExamplePolicy {

    public static final Path FOLDER = Path.of("src/test/resources/policy/good");

    private ExamplePolicy() {}

    public static PolicyFiles good() {
        return new PolicySource(FOLDER).read();
    }

    /** The good policy with one passage of one file replaced. */
    public static PolicyFiles with(String file, String passage, String instead) {
        return and(good(), file, passage, instead);
    }

    /** A policy with one more passage of one file replaced. */
    public static PolicyFiles and(PolicyFiles policy, String file, String passage, String instead) {
        String text = policy.text(file);
        if (!text.contains(passage)) {
            throw new AssertionError(file + " does not contain: " + passage);
        }
        Map<String, byte[]> contents = new HashMap<>(policy.contents());
        contents.put(file, text.replace(passage, instead).getBytes(StandardCharsets.UTF_8));
        return new PolicyFiles(contents);
    }
}
