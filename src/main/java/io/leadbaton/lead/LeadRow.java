package io.leadbaton.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.RowMapper;

/** A lead as it is stored. */
record LeadRow(Lead lead, Map<String, @Nullable Object> columns) {

    private static final RowMapper<Map<String, @Nullable Object>> COLUMNS = new ColumnMapRowMapper();

    static LeadRow of(ResultSet row, int number) throws SQLException {
        return new LeadRow(lead(row), COLUMNS.mapRow(row, number));
    }

    private static Lead lead(ResultSet row) throws SQLException {
        return new Lead(
                new LeadId(row.getString("id")),
                Stage.valueOf(row.getString("stage")),
                row.getString("stage_reason"),
                row.getString("channel"),
                row.getString("lead_type"),
                row.getString("owner"),
                row.getString("team"),
                row.getBoolean("sales_ready"),
                row.getBoolean("email_opt_out"),
                row.getBoolean("email_bounced"),
                row.getBoolean("do_not_call"),
                row.getBoolean("has_email"),
                row.getBoolean("has_phone"),
                row.getInt("cadence_round"),
                row.getInt("attempts_made"),
                row.getInt("attempts_planned"),
                row.getBoolean("second_voice_due"),
                row.getBoolean("second_voice"),
                row.getBoolean("contacted"),
                row.getBoolean("bad_data"),
                row.getBoolean("reply_waiting"),
                instant(row, "hold_until"),
                instant(row, "next_attempt_at"),
                row.getString("disposition"),
                row.getString("disposition_reason"),
                row.getTimestamp("received_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
