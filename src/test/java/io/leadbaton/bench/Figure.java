package io.leadbaton.bench;

/**
 * One measured number.
 *
 * @param stockRatio how many times better than an engine as it is usually set up; null: not compared
 * @param limitShare share of what the database could do at best; null: not compared
 * @param n how many measurements it rests on
 */
record Figure(String name, double value, String unit, Double stockRatio, Double limitShare, long n) {

    static Figure of(String name, double value, String unit, long n) {
        return new Figure(name, rounded(value, 10), unit, null, null, n);
    }

    /** For what is far below one. */
    static Figure exactly(String name, double value, String unit, long n) {
        return new Figure(name, rounded(value, 1_000), unit, null, null, n);
    }

    Figure timesStock(double ratio) {
        return new Figure(name, value, unit, rounded(ratio, 100), limitShare, n);
    }

    Figure ofTheLimit(double share) {
        return new Figure(name, value, unit, stockRatio, rounded(share, 1_000), n);
    }

    private static double rounded(double value, double digits) {
        return Math.round(value * digits) / digits;
    }
}
