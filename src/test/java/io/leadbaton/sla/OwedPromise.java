package io.leadbaton.sla;

import io.leadbaton.Invariants;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.Scenario;
import io.leadbaton.lead.LeadId;
import io.leadbaton.rep.Reps;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of every promise have in common: a lead that is owed it, its clock, and a morning on which nothing else happens. */
@LeadbatonTest
abstract class OwedPromise {

    static final Instant TUESDAY = Instant.parse("2030-03-05T09:00:00Z");

    @Autowired
    Scenario scenario;

    @Autowired
    Invariants invariants;

    @Autowired
    ClockRows rows;

    @Autowired
    Reps reps;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theClockStandsStill() {
        ClockUtil.setCurrentTime(Date.from(TUESDAY));
    }

    @AfterEach
    void everybodyComesBack() {
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    SlaClock clock(LeadId lead, Owed owed) {
        return rows.open(lead.value(), owed.clause()).orElseThrow();
    }

    SlaClock now(SlaClock clock) {
        return rows.find(clock.id()).orElseThrow();
    }

    Instant reachedAt(SlaClock clock, Mark mark) {
        return jdbc.sql("select at from leadbaton.sla_mark where clock_id = ? and mark = ?")
                .params(clock.id(), mark.name())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** What the timeline of the lead says about this clock, in order. */
    List<String> story(SlaClock clock) {
        return jdbc.sql("""
                        select type from leadbaton.lead_event where lead_id = ? and details ->> 'clockId' = ? order by seq
                        """)
                .params(clock.leadId(), clock.id())
                .query(String.class)
                .list();
    }

    List<Incident> incidents(SlaClock clock) {
        return runtime.createIncidentQuery().incidentType("slaBreached").configuration(clock.id()).list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
    }
}
