package io.leadbaton.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What an operating system can do to a process. */
final class Signals {

    private Signals() {}

    static void send(String signal, ProcessHandle to) {
        try {
            int answer = new ProcessBuilder("kill", "-" + signal, String.valueOf(to.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (answer != 0) {
                throw new IllegalStateException("kill -%s %d answered %d".formatted(signal, to.pid(), answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
