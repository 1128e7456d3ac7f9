package io.leadbaton.sla.calendar;

import java.math.BigInteger;

/** An exact number of units: an eighth of a day must still be one after a week of unequal days. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    static Fraction of(long over, long under) {
        return reduced(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    private static Fraction reduced(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under);
        return new Fraction(over.divide(common), under.divide(common));
    }

    Fraction minus(Fraction other) {
        return reduced(over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
    }

    /** This share of a whole, rounded up. */
    long of(long whole) {
        BigInteger[] parts = over.multiply(BigInteger.valueOf(whole)).divideAndRemainder(under);
        return parts[0].longValueExact() + parts[1].signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
