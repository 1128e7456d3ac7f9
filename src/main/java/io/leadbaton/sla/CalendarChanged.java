package io.leadbaton.sla;

/** A calendar has a new version; promises made from now on count its hours, open ones follow. */
record CalendarChanged(String id, int version) {}
