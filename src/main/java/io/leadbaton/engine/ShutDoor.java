package io.leadbaton.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A way into the engine that is closed to everybody, with the sentence that says where to go instead. */
record ShutDoor(Pattern path, String sentence) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<ShutDoor> ALL = List.of(
            door(
                    "/(task|process-instance)/[^/]+/(comment|attachment)(/.*)?",
                    "Comments and attachments are switched off: write a note into the form, where it belongs to the lead."),
            door("/task/create", "Tasks come from the process of a lead: none can be made by hand."),
            door("/task/(?!count$)[^/]+", "A task is named, described, due and deleted by its process only."),
            door(
                    "/task/[^/]+/(complete|resolve|delegate|bpmnError|bpmnEscalation)",
                    "A task is completed by its form only."),
            door("/task/[^/]+/(assignee|identity-links(/.*)?)", "A lead changes hands by a step of its process only."),
            door(
                    "/.+/(variables|localVariables|variables-async)(/.*)?",
                    "Variables belong to the process: data of a lead is changed where the lead is kept."),
            door("/process-definition/.+/start", "A process is started by its form or by the service only."),
            door(
                    "/(message|signal|condition)|/execution/[^/]+/(signal|messageSubscriptions/.+)",
                    "Tell the service what happened to the lead: it tells the process."),
            door(
                    "/deployment/create|/deployment/[^/]+/redeploy",
                    "Processes are deployed by saving their files, never from here."));

    private static ShutDoor door(String path, String sentence) {
        return new ShutDoor(Pattern.compile(path), sentence);
    }

    static Optional<String> refusalOf(String method, String path) {
        return READING.contains(method)
                ? Optional.empty()
                : ALL.stream()
                        .filter(door -> door.path.matcher(path).matches())
                        .map(ShutDoor::sentence)
                        .findFirst();
    }
}
