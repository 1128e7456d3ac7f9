package io.leadbaton.sla;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadbaton.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version a calendar ever had; nodes learn here what another node took in. */
@Repository
class CalendarVersions {

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    CalendarVersions(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Names a version without its content. */
    record Name(String id, int version) {}

    /**
     * The calendar a new promise counts, in its newest version.
     *
     * @param reps whether the rep's hours count before those of the lead's team
     */
    Name counting(boolean reps, String leadId, @Nullable String owner) {
        return jdbc.sql("""
                        select c.id, c.version
                        from leadbaton.business_calendar c
                        left join leadbaton.lead l on l.id = :lead
                        left join leadbaton.rep r on r.user_id = coalesce(:owner, l.owner)
                        where c.live_until is null
                        order by case
                            when :reps and c.id = r.calendar then 1
                            when case when :reps then r.team else l.team end = any (c.teams) then 2
                            when case when :reps then l.team else r.team end = any (c.teams) then 3
                            when c.id = :default then 4
                        end nulls last
                        limit 1
                        """)
                .param("reps", reps)
                .param("lead", leadId)
                .param("owner", owner)
                .param("default", OpeningHours.DEFAULT)
                .query(Name.class)
                .single();
    }

    /** A clock may still count a calendar whose file is gone. */
    int newest(String id) {
        return jdbc.sql("select max(version) from leadbaton.business_calendar where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    CalendarVersion get(Name name) {
        return jdbc.sql("select * from leadbaton.business_calendar where id = :id and version = :version")
                .param("id", name.id())
                .param("version", name.version())
                .query(this::version)
                .single();
    }

    List<CalendarVersion> inForce() {
        return jdbc.sql("select * from leadbaton.business_calendar where live_until is null order by id")
                .query(this::version)
                .list();
    }

    /** Hashes of the versions in force, by calendar. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        jdbc.sql("select id, hash from leadbaton.business_calendar where live_until is null")
                .query(row -> {
                    hashes.put(row.getString("id"), row.getString("hash"));
                });
        return hashes;
    }

    /** Lets one node at a time change what is in force, until its transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('leadbaton.business_calendar'))")
                .query(row -> {});
    }

    /** The version in force is replaced, or its file is gone. */
    void retire(String id, Instant at) {
        jdbc.sql("update leadbaton.business_calendar set live_until = :at where id = :id and live_until is null")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Adds the next version, which is in force from now on. */
    int add(String id, String hash, Map<String, String> content, Collection<String> teams, Instant from, String by) {
        return jdbc.sql("""
                        insert into leadbaton.business_calendar (id, version, hash, content, teams, live_from, by)
                        select :id, coalesce(max(version), 0) + 1, :hash, cast(:content as json), :teams, :from, :by
                        from leadbaton.business_calendar where id = :id
                        returning version
                        """)
                .param("id", id)
                .param("hash", hash)
                .param("content", json.write(content))
                .param("teams", teams.stream().sorted().toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    /** Who still counts the hours of a calendar, in words; empty when nobody does. */
    String usersOf(String id) {
        return jdbc.sql("""
                        select count(*) || ' open promises' as users from leadbaton.sla_clock
                        where calendar_id = :id and closed_at is null having count(*) > 0
                        union all
                        select 'rep ' || user_id from leadbaton.rep where calendar = :id
                        """).param("id", id).query(String.class).stream().collect(Collectors.joining(", "));
    }

    private CalendarVersion version(ResultSet row, int number) throws SQLException {
        return new CalendarVersion(
                row.getString("id"),
                row.getInt("version"),
                json.read(row.getString("content"), FILES),
                row.getTimestamp("live_from").toInstant());
    }
}
