package io.leadbaton.bench;

import io.leadbaton.Http;
import io.leadbaton.security.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What somebody waits for who opens a list of leads: Tasklist's lists as it asks for them, and the API's page. */
final class TaskPages {

    private static final String AS_TASKLIST_SORTS = """
            {"processVariables": [], "taskVariables": [], "caseInstanceVariables": [],
             "sorting": [{"sortBy": "created", "sortOrder": "desc"}], "active": true}
            """;

    private final Visitor visitor;
    private final String user;

    TaskPages(int port, String user) {
        this.visitor = Visitor.loggedIn(port, user);
        this.user = user;
    }

    /** Each list of Tasklist, with its count, and the lines that our own part of Tasklist adds to the list of own leads. */
    Map<String, Lateness> tasklist(int times) {
        Map<String, Lateness> lists = new LinkedHashMap<>();
        Http.json(visitor.get(
                        Visitor.ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task"))
                .forEach(filter -> lists.put(
                        filter.get("name").asText(),
                        waiting(times, () -> list(filter.get("id").asText()))));
        return lists;
    }

    private HttpResponse<String> list(String filter) {
        return visitor.postForHal(
                Visitor.ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15", AS_TASKLIST_SORTS);
    }

    Lateness api(int times) {
        return waiting(times, () -> visitor.get("/api/v1/leads?owner=" + user));
    }

    Lateness overdueByApi(int times) {
        return waiting(times, () -> visitor.get("/api/v1/leads?overdue=true&owner=" + user));
    }

    private static Lateness waiting(int times, Supplier<HttpResponse<String>> page) {
        List<Double> millis = new ArrayList<>();
        IntStream.range(0, times).forEach(time -> {
            long began = System.nanoTime();
            HttpResponse<String> answer = page.get();
            millis.add((System.nanoTime() - began) / 1e6);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        });
        return new Lateness(millis);
    }
}
