/**
 * Measures what the service promises about speed, on real nodes and a PostgreSQL that keeps what it confirms: {@code mvn -Pbench
 * verify}. Each {@code *Bench} class prints its table and adds its figures to {@code target/bench.json}.
 */
package io.leadbaton.bench;
