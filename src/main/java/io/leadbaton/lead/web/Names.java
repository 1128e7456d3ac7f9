package io.leadbaton.lead.web;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to call somebody of whom little is known. */
final class Names {

    private Names() {}

    static String of(@Nullable String first, @Nullable String last, @Nullable String email, @Nullable String phone) {
        String full = Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(full, email, phone)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("Erased person");
    }
}
