package io.leadbaton.lead;

import java.sql.Timestamp;

/**
 * Something that was told about a lead and has no number in its timeline yet.
 *
 * @param details as JSON
 */
record NewEvent(Timestamp at, String actor, String type, String summary, String details) {}
