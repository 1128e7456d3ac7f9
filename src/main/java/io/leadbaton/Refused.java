package io.leadbaton;

/** Says in one sentence why a person's input or a move of a lead is not accepted; names no value of the lead. */
public class Refused extends RuntimeException {

    private final String sentence;

    public Refused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
