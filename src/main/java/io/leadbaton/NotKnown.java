package io.leadbaton;

/** There is nothing of that name, or nothing that the caller may know of. */
public class NotKnown extends Refused {

    public NotKnown(String sentence) {
        super(sentence);
    }
}
