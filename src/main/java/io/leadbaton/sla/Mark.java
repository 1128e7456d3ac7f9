package io.leadbaton.sla;

/**
 * A point in the life of a clock at which something happens: a warning, the deadline, a rung of the ladder.
 *
 * @param percent of the promised time that has passed then; 100 at the deadline
 */
record Mark(String name, int percent) {

    static final Mark DEADLINE = new Mark("deadline", 100);

    private static final String WARNING = "warning-";

    static Mark warning(int percent) {
        return new Mark(WARNING + percent, percent);
    }

    static Mark rung(Rung rung, int percent) {
        return new Mark(rung.wire(), percent);
    }

    boolean isWarning() {
        return name.startsWith(WARNING);
    }

    /** The form in which promises are stored and written in the table: the rung and its percent. */
    String wire() {
        return name + " " + percent;
    }
}
