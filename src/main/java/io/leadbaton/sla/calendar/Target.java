package io.leadbaton.sla.calendar;

/** How much time a promise grants, in one unit. */
public record Target(int amount, Unit unit) {

    public Target {
        if (amount < 1) {
            throw new IllegalArgumentException("A target is at least 1 and not " + amount);
        }
    }

    Fraction share(int percent) {
        if (percent < 1) {
            throw new IllegalArgumentException("A mark stands at 1 percent or later and not at " + percent);
        }
        return Fraction.of((long) amount * percent, 100);
    }
}
