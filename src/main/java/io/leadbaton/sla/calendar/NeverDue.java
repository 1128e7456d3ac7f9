package io.leadbaton.sla.calendar;

/** No deadline exists: the clock still stands, or the calendar is not open long enough within ten years. */
public class NeverDue extends RuntimeException {

    NeverDue(String sentence) {
        super(sentence);
    }
}
