package io.leadbaton.lead.csv;

import io.leadbaton.NotKnown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All files of leads that were sent, and whose turn it is. */
@Repository
class Imports {

    private static final int MOST_STARTS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The id of the new import; empty when the same file was sent before. */
    Optional<String> queue(
            ImportMapping mapping, String sha256, String sentBy, CsvText text, byte[] content, int rows) {
        String id = UUID.randomUUID().toString();
        int queued = jdbc.sql("""
                        insert into leadbaton.import (id, mapping, sha256, sent_by, state, separator, content, rows, queued_at)
                        values (:id, :mapping, :sha256, :sentBy, 'queued', :separator, :content, :rows, :now)
                        on conflict (mapping, sha256) do nothing
                        """)
                .param("id", id)
                .param("mapping", mapping.name())
                .param("sha256", sha256)
                .param("sentBy", sentBy)
                .param("separator", String.valueOf(text.separator()))
                .param("content", content)
                .param("rows", rows)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return queued == 1 ? Optional.of(id) : Optional.empty();
    }

    Import sameFile(ImportMapping mapping, String sha256) {
        jdbc.sql("""
                        update leadbaton.import set state = 'queued', starts = 0, problem = null, ended_at = null
                        where mapping = :mapping and sha256 = :sha256 and state = 'failed'
                        """).param("mapping", mapping.name()).param("sha256", sha256).update();
        return jdbc.sql("select * from leadbaton.import where mapping = :mapping and sha256 = :sha256")
                .param("mapping", mapping.name())
                .param("sha256", sha256)
                .query(this::read)
                .single();
    }

    Import get(String id) {
        return jdbc.sql("select * from leadbaton.import where id = :id")
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotKnown("There is no such import."));
    }

    /** The last ones, newest first. */
    List<Import> latest(int count) {
        return jdbc.sql("select * from leadbaton.import order by queued_at desc, id limit :count")
                .param("count", count)
                .query(this::read)
                .list();
    }

    /** Takes up the oldest import nobody works on. */
    Optional<LeasedImport> take() {
        giveUpHopeless();
        return jdbc.sql("""
                        update leadbaton.import set state = 'running', lease = :lease, starts = starts + 1,
                            lease_until = clock_timestamp() + interval '30 seconds',
                            started_at = coalesce(started_at, :now)
                        where id = (select id from leadbaton.import
                            where state in ('queued', 'running') and coalesce(lease_until, 'epoch') < clock_timestamp()
                            order by queued_at limit 1 for update skip locked)
                        returning id, lease, mapping, separator, content, rows_done
                        """)
                .param("lease", UUID.randomUUID().toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new LeasedImport(
                        row.getString("id"),
                        row.getString("lease"),
                        row.getString("mapping"),
                        row.getString("separator").charAt(0),
                        row.getBytes("content"),
                        row.getInt("rows_done")))
                .optional();
    }

    private void giveUpHopeless() {
        jdbc.sql("""
                        update leadbaton.import set state = 'failed', lease = null, ended_at = :now,
                            problem = 'It was begun several times and got no further. Send the file again to go on after the cause is removed.'
                        where state in ('queued', 'running') and starts >= :most
                            and coalesce(lease_until, 'epoch') < clock_timestamp()
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_STARTS)
                .update();
    }

    /** Writes what became of some rows and how far the import came; refuses when another node has taken it up meanwhile. */
    void advance(LeasedImport leased, String rowsAsJson, int count) {
        int advanced = jdbc.sql("""
                        with done as (
                            insert into leadbaton.import_row (import_id, row, line, lead_id, faults)
                            select :id, r.row, r.line, r.lead, r.faults
                            from jsonb_to_recordset(cast(:rows as jsonb)) as r(row integer, line bigint, lead text, faults jsonb)
                            returning lead_id),
                        counted as (
                            select count(*) filter (where l.stage is null) as rejected,
                                count(*) filter (where l.stage = 'MERGED') as duplicates,
                                count(*) filter (where l.stage <> 'MERGED') as created
                            from done left join leadbaton.lead l on l.id = done.lead_id)
                        update leadbaton.import i set rows_done = i.rows_done + :count, rejected = i.rejected + c.rejected,
                            duplicates = i.duplicates + c.duplicates, created = i.created + c.created, starts = 0,
                            lease_until = clock_timestamp() + interval '30 seconds'
                        from counted c where i.id = :id and i.lease = :lease
                        """)
                .param("id", leased.id())
                .param("lease", leased.lease())
                .param("rows", rowsAsJson)
                .param("count", count)
                .update();
        if (advanced == 0) {
            throw new LeaseLost();
        }
    }

    /** The rows are done, and the persons in the file have no business here any more. */
    void finish(LeasedImport leased) {
        jdbc.sql("""
                        update leadbaton.import set state = 'done', content = null, lease = null, lease_until = null, ended_at = :now
                        where id = :id and lease = :lease
                        """)
                .param("id", leased.id())
                .param("lease", leased.lease())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Lets the next node, or the next start, go on at once. */
    void release(LeasedImport leased) {
        jdbc.sql("""
                        update leadbaton.import set lease = null, lease_until = null, starts = 0
                        where id = :id and lease = :lease
                        """).param("id", leased.id()).param("lease", leased.lease()).update();
    }

    List<RejectedRow> rejects(String id) {
        return jdbc.sql("""
                        select r.line, f.value ->> 'field' as field, f.value ->> 'message' as message
                        from leadbaton.import_row r cross join lateral jsonb_array_elements(r.faults) f
                        where r.import_id = :id and r.faults is not null order by r.row
                        """)
                .param("id", id)
                .query((row, number) ->
                        new RejectedRow(row.getLong("line"), row.getString("field"), row.getString("message")))
                .list();
    }

    private Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getString("id"),
                row.getString("state"),
                row.getInt("rows"),
                row.getInt("created"),
                row.getInt("duplicates"),
                row.getInt("rejected"),
                row.getString("mapping"),
                row.getString("problem"),
                row.getTimestamp("queued_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                clock.instant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Another node has taken the import up. */
    static class LeaseLost extends RuntimeException {}

    /** One thing that is wrong with one row. */
    record RejectedRow(long line, String field, String reason) {}
}
