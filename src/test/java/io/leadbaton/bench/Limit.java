package io.leadbaton.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The least SQL that does the same durable work: a lead, its task, its timer and three lines of its story in one transaction. */
final class Limit implements AutoCloseable {

    static final String DATABASE = "least";

    private static final String TABLES = """
            create table lead (id text primary key, email text, phone text, stage text, owner text, received_at timestamptz);
            create table task (id text primary key, lead_id text references lead, name text, assignee text, due timestamptz);
            create index task_of on task (assignee, due);
            create table timer (id text primary key, lead_id text references lead, due timestamptz);
            create index timer_due on timer (due);
            create table event (lead_id text references lead, seq int, at timestamptz, type text, details jsonb, primary key (lead_id, seq));
            """;

    private static final String INSERT = """
            with lead as (insert into lead values (?, ?, '+493012345678', 'ASSIGNED', 'rep1', now()) returning id),
              task as (insert into task select ?, id, 'acceptLead', 'rep1', now() + interval '3 minutes' from lead),
              timer as (insert into timer select ?, id, now() + interval '3 minutes' from lead)
            insert into event select id, seq, now(), 'stage-changed', '{"to": "ASSIGNED", "why": "routed"}'
            from lead, generate_series(1, 3) seq
            """;

    private final HikariDataSource connections = new HikariDataSource();

    Limit(BenchServer server) {
        server.create(DATABASE);
        server.sql(DATABASE).execute(TABLES);
        connections.setJdbcUrl(server.url(DATABASE));
    }

    void receive() {
        String id = UUID.randomUUID().toString();
        try (Connection connection = connections.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, id + "@example.com");
            insert.setString(3, id);
            insert.setString(4, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
