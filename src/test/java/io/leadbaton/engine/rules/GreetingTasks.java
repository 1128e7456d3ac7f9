package io.leadbaton.engine.rules;

import java.util.Date;
import java.util.Map;

/** Steps the small example policy of the tests calls. */
public class GreetingTasks {

    /** How much a visitor liked it. */
    public enum Liking {
        much,
        little
    }

    public boolean recordAnswer(String visitorId, String answer, String note) {
        return !answer.isEmpty();
    }

    public void markReached(String visitorId, String clause) {}

    public void rate(String visitorId, Liking liking, int stars) {}

    /** The dates of the example. */
    public static class Dates {

        public Date firstMark(String id, String clause) {
            return new Date(0);
        }

        public Date dueAt(String id, String clause) {
            return new Date(0);
        }
    }

    /** The facts of the example. */
    public static class Visits {

        public Map<String, Object> facts(String visitorId) {
            return Map.of();
        }

        public Object of(Map<String, Object> facts) {
            return facts;
        }
    }
}
