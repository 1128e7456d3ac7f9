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
        return new Figure(name, Math.round(value * 10) / 10.0, unit, null, null, n);
    }
}
