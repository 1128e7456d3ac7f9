package io.leadbaton.lead.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds leads, newest first, a page at a time. */
@Repository
class LeadSearch {

    private static final String LATE =
            "exists (select 1 from leadbaton.sla_clock c where c.lead_id = l.id and c.closed_at is null"
                    + " and c.state <> 'paused' and c.due_at < :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a lead is late is only asked of those on the page: of all of a rep it would mean to read the clocks of everybody. */
    Page find(LeadQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", Timestamp.from(clock.instant()));
        values.put("limit", query.limit() + 1);
        List<FoundLead> found = jdbc.sql("""
                        select l.*, %s as late from (
                          select l.*, p.email, p.phone, p.first_name, p.last_name, p.company
                          from leadbaton.lead l left join leadbaton.lead_person p on p.lead_id = l.id
                          where %s order by l.received_at desc, l.id desc limit :limit) l
                        order by l.received_at desc, l.id desc
                        """.formatted(LATE, conditions(query, values)))
                .params(values)
                .query(this::found)
                .list();
        boolean more = found.size() > query.limit();
        List<FoundLead> items = more ? found.subList(0, query.limit()) : found;
        return new Page(items, more ? cursor(items) : null);
    }

    private static String conditions(LeadQuery query, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (query.stage() != null) {
            all.add("l.stage = :stage");
            values.put("stage", query.stage());
        }
        if (query.owner() != null) {
            all.add("l.owner = :owner");
            values.put("owner", query.owner());
        }
        if (query.overdue()) {
            all.add(LATE);
        }
        addText(query.q(), all, values);
        addCursor(query.cursor(), all, values);
        return String.join(" and ", all);
    }

    private static void addText(@Nullable String q, List<String> all, Map<String, Object> values) {
        if (q == null) {
            return;
        }
        all.add("""
                (concat_ws(' ', p.first_name, p.last_name) ilike :q or p.email ilike :q or p.company ilike :q
                 or p.phone like :digits or l.external_id = :exact or l.id = :exact)""");
        String escaped = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        String digits = q.replaceAll("[^0-9]", "");
        values.put("q", "%" + escaped + "%");
        values.put("digits", digits.length() < 3 ? "" : "%" + digits + "%");
        values.put("exact", q);
    }

    private static void addCursor(@Nullable PageCursor cursor, List<String> all, Map<String, Object> values) {
        if (cursor != null) {
            all.add("(l.received_at, l.id) < (:before, :beforeId)");
            values.put("before", Timestamp.from(cursor.at()));
            values.put("beforeId", cursor.id());
        }
    }

    private static String cursor(List<FoundLead> items) {
        FoundLead last = items.get(items.size() - 1);
        return new PageCursor(last.receivedAt(), last.id()).toString();
    }

    private FoundLead found(ResultSet row, int number) throws SQLException {
        return new FoundLead(
                row.getString("id"),
                row.getString("external_id"),
                Names.of(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("phone")),
                row.getString("company"),
                row.getString("stage"),
                row.getString("stage_reason"),
                row.getString("owner"),
                row.getString("team"),
                row.getString("channel"),
                row.getString("source"),
                row.getObject("total", Integer.class),
                row.getString("grade"),
                row.getInt("attempts_made"),
                row.getInt("attempts_planned"),
                row.getBoolean("late"),
                row.getTimestamp("received_at").toInstant());
    }

    /**
     * Some leads and where to go on.
     *
     * @param next cursor of the next page; null on the last one
     */
    record Page(List<FoundLead> items, @Nullable String next) {}

    /** A lead as a line of a list. */
    record FoundLead(
            String id,
            @Nullable String externalId,
            String name,
            @Nullable String company,
            String stage,
            @Nullable String stageReason,
            @Nullable String owner,
            @Nullable String team,
            String channel,
            @Nullable String source,
            @Nullable Integer score,
            @Nullable String grade,
            int attemptsMade,
            int attemptsPlanned,
            boolean overdue,
            Instant receivedAt) {}
}
