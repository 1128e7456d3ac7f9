package io.leadbaton.rep;

import io.leadbaton.Refused;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The roster: who sells, in which team, and who is there. */
@Repository
public class Reps {

    /** How long a rep who did not answer is passed over, unless there is a sign of life before. */
    static final Duration SILENCE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final Workloads workloads;

    Reps(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock, Workloads workloads) {
        this.workloads = workloads;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    public Optional<Rep> find(String userId) {
        return jdbc.sql("select * from leadbaton.rep where user_id = :user")
                .param("user", userId)
                .query(Reps::rep)
                .optional();
    }

    public List<Rep> all() {
        return jdbc.sql("select * from leadbaton.rep order by team, user_id")
                .query(Reps::rep)
                .list();
    }

    /** The rep of that name, if a lead may be given to them now. */
    public Rep requireAvailable(String userId) {
        return find(userId)
                .filter(rep -> rep.isAvailable(clock.instant()))
                .orElseThrow(() -> new Refused("This rep cannot take leads now. Choose somebody who is there."));
    }

    public void save(Rep rep) {
        workloads.rosterChanged();
        jdbc.sql("""
                        insert into leadbaton.rep (user_id, name, team, calendar, senior, skills, weight, cap, closing_rate,
                            experience_months, active)
                        values (:user, :name, :team, :calendar, :senior, :skills, :weight, :cap, :rate, :months, :active)
                        on conflict (user_id) do update
                        set name = excluded.name, team = excluded.team, calendar = excluded.calendar,
                            senior = excluded.senior, skills = excluded.skills,
                            weight = excluded.weight, cap = excluded.cap, closing_rate = excluded.closing_rate,
                            experience_months = excluded.experience_months, active = excluded.active
                        """)
                .param("user", rep.userId())
                .param("name", rep.name())
                .param("team", rep.team())
                .param("calendar", rep.calendar())
                .param("senior", rep.senior())
                .param("skills", rep.skills().toArray(String[]::new))
                .param("weight", rep.weight())
                .param("cap", rep.cap())
                .param("rate", rep.closingRate())
                .param("months", rep.experienceMonths())
                .param("active", rep.active())
                .update();
    }

    /** Announces an absence from now on that nobody covers; without an end it lasts until {@link #back}. */
    @Transactional
    public void away(String userId, @Nullable Instant until) {
        away(userId, until, null);
    }

    /** Who hears of it locks leads, and the one who has locked a lead may want the roster: so they come first. */
    @Transactional
    public void away(String userId, @Nullable Instant until, @Nullable String cover) {
        publisher.publishEvent(new RepAway(userId, until, cover));
        change(userId, "away_since = :now, away_until = :until, cover = :cover", until, cover);
    }

    @Transactional
    public void back(String userId) {
        publisher.publishEvent(new RepBack(userId));
        change(userId, "away_since = null, away_until = null, cover = null, silent_until = null", null, null);
    }

    /** A sign of life: whoever logs in, claims or completes is there again, unless an absence was announced. */
    public void seen(String userId) {
        workloads.rosterChanged();
        jdbc.sql("update leadbaton.rep set silent_until = null where user_id = :user and silent_until is not null")
                .param("user", userId)
                .update();
    }

    /**
     * Passes over a rep who did not answer, until a sign of life or for half an hour.
     *
     * @return false when this is the last one there in the team: somebody has to stay
     */
    public boolean passOver(String userId) {
        workloads.rosterChanged();
        lockTeamOf(userId);
        Instant now = clock.instant();
        int passedOver = jdbc.sql("""
                        update leadbaton.rep r set silent_until = :until where user_id = :user and exists (
                            select 1 from leadbaton.rep other
                            where other.team = r.team and other.senior = r.senior and other.user_id <> r.user_id
                                and other.active
                                and (other.away_since is null or other.away_until <= :now)
                                and (other.silent_until is null or other.silent_until <= :now))
                        """)
                .param("user", userId)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(SILENCE)))
                .update();
        return passedOver == 1;
    }

    /** Two reps who are silent in the same second must not both be taken for the one who stays. */
    private void lockTeamOf(String userId) {
        jdbc.sql("""
                        select user_id from leadbaton.rep
                        where team = (select team from leadbaton.rep where user_id = :user) order by user_id for update
                        """).param("user", userId).query(String.class).list();
    }

    private void change(String userId, String assignments, @Nullable Instant until, @Nullable String cover) {
        workloads.rosterChanged();
        int changed = jdbc.sql("update leadbaton.rep set " + assignments + " where user_id = :user")
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("cover", cover, Types.VARCHAR)
                .update();
        if (changed == 0) {
            throw new Refused("You are not on the roster of reps. Ask sales operations to add you.");
        }
    }

    static Rep rep(ResultSet row, int number) throws SQLException {
        return new Rep(
                row.getString("user_id"),
                row.getString("name"),
                row.getString("team"),
                row.getString("calendar"),
                row.getBoolean("senior"),
                texts(row.getArray("skills")),
                row.getInt("weight"),
                row.getObject("cap", Integer.class),
                row.getBigDecimal("closing_rate"),
                row.getInt("experience_months"),
                row.getBoolean("active"),
                instant(row, "away_since"),
                instant(row, "away_until"),
                row.getString("cover"),
                instant(row, "silent_until"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
