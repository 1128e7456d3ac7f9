package io.leadbaton.faults;

import io.leadbaton.Leadbaton;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The service on a machine whose clock is wrong. */
final class WrongClock {

    private static final String AHEAD = "leadbaton.faults.clock-ahead";

    private WrongClock() {}

    /** What tells the machine by how much. */
    static String ahead(Duration by) {
        return "-D" + AHEAD + "=" + by;
    }

    public static void main(String[] arguments) {
        ClockUtil.offset(Duration.parse(System.getProperty(AHEAD, "PT0S")).toMillis());
        Leadbaton.main(arguments);
    }
}
