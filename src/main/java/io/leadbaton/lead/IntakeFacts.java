package io.leadbaton.lead;

import java.util.List;
import java.util.stream.Stream;

/** The facts a door may tell about a lead beyond the fields of the API, under the names decision tables use. */
public final class IntakeFacts {

    public static final List<String> NUMBERS = List.of("visits", "secondsOnSite", "pagesPerVisit");
    public static final List<String> TEXTS = List.of("origin", "lastActivity", "interest", "occupation", "heardAbout");
    static final List<String> NAMES =
            Stream.concat(NUMBERS.stream(), TEXTS.stream()).toList();

    private IntakeFacts() {}
}
