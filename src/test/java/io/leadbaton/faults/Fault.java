package io.leadbaton.faults;

/** Something that goes wrong, brought about on purpose. Afterwards the world is healed, and the oracle asked. */
interface Fault {

    /** As in {@code F1 a node is killed}. */
    String name();

    Finding happen(World world) throws Exception;

    default String number() {
        return name().replaceAll(" .*", "");
    }
}
