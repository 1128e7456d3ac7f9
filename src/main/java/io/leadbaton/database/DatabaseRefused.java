package io.leadbaton.database;

/** The service cannot start on this database; the message tells a person why and what to do. */
final class DatabaseRefused extends RuntimeException {

    DatabaseRefused(String sentence) {
        super(sentence);
    }

    DatabaseRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
