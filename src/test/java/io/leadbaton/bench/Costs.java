package io.leadbaton.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What noise cannot move: what a service and its database spent, in all or for one operation. */
record Costs(double statements, double roundTrips, double walKilobytes, double serviceMillis, double databaseMillis) {

    private static final String STATEMENTS = """
            select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = current_database()
            """;

    /** Everything since the start. */
    static Costs soFar(Contender contender, BenchServer server) {
        var sql = server.client(contender.name());
        var jvm = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Costs(
                sql.sql(STATEMENTS).query(Double.class).single(),
                Flushes.of(contender.name()),
                sql.sql("select (pg_current_wal_lsn() - '0/0'::pg_lsn) / 1024")
                        .query(Double.class)
                        .single(),
                jvm.getProcessCpuTime() / 1e6,
                server.processorTime().toNanos() / 1e6);
    }

    Costs since(Costs before) {
        return new Costs(
                statements - before.statements,
                roundTrips - before.roundTrips,
                walKilobytes - before.walKilobytes,
                serviceMillis - before.serviceMillis,
                databaseMillis - before.databaseMillis);
    }

    Costs each(long operations) {
        return new Costs(
                statements / operations,
                roundTrips / operations,
                walKilobytes / operations,
                serviceMillis / operations,
                databaseMillis / operations);
    }

    Costs plus(Costs other) {
        return new Costs(
                statements + other.statements,
                roundTrips + other.roundTrips,
                walKilobytes + other.walKilobytes,
                serviceMillis + other.serviceMillis,
                databaseMillis + other.databaseMillis);
    }

    double millis() {
        return serviceMillis + databaseMillis;
    }

    String processor() {
        return "%.1f + %.1f".formatted(serviceMillis, databaseMillis);
    }

    static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
