package io.leadbaton;

/** Two did something about a lead at the same moment, and the other one was first. */
public class Collided extends Refused {

    private static final long serialVersionUID = 1L;

    public Collided() {
        super("Somebody else has just changed this lead. Look at it once more and try again.");
    }
}
