package io.leadbaton.database;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the embedded database of a folder, says where it is and waits to be ended. */
final class DatabaseProbe {

    private DatabaseProbe() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]))) {
            System.out.println("ready on port " + database.server().getPort());
            System.in.read();
        }
    }
}
