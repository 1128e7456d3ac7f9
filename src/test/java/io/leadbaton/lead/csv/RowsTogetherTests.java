package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import io.leadbaton.rep.CountedLeads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a file come in many at a time, and each as if it had come alone. */
@LeadbatonTest
class RowsTogetherTests {

    private static final String HEADER = "Email,External Id,Channel,Lead Type,Demo Requested,Offer Requested\n";

    @LocalServerPort
    int port;

    @Autowired
    CountedLeads countedLeads;

    @Autowired
    JdbcClient jdbc;

    @Test
    void bringsTheOthersInWhenOneRowCannotBeStored() {
        whileForbidden(
                "lead_person",
                "email <> 'row7@poison.example'",
                () -> assertThat(bringIn(hot("poison", 0, 12))).isEqualTo("created 11 duplicates 0 rejected 1"));

        assertThat(stages("poison")).containsExactly("ASSIGNED 11");
        assertThat(timelinesWithGaps()).isZero();
        assertThat(jdbc.sql(
                                "select line || ' ' || (faults -> 0 ->> 'code') from leadbaton.import_row where faults is not null")
                        .query(String.class)
                        .list())
                .containsExactly("9 not-storable");
    }

    @Test
    void letsOnlyTheOneBeSortedOutThatCannotBeAssessed() {
        whileForbidden(
                "lead_identity",
                "key <> 'row7@unfit.example'",
                () -> assertThat(bringIn(hot("unfit", 0, 12))).isEqualTo("created 12 duplicates 0 rejected 0"));

        assertThat(stages("unfit")).containsExactly("ASSIGNED 11", "RECEIVED 1");
        assertThat(timelinesWithGaps()).isZero();
    }

    @Test
    void mergesARowIntoAnEarlierOneOfTheSamePerson() {
        String file = hot("twice", 0, 5)
                + "ROW3@twice.example,,event,event,true,true\n"
                + hot("twice", 5, 3)
                + "other@twice.example,twice4,event,event,true,true\n";

        assertThat(bringIn(file)).isEqualTo("created 8 duplicates 2 rejected 0");

        assertThat(stages("twice")).containsExactly("ASSIGNED 8", "MERGED 2");
        assertThat(jdbc.sql("""
                        select k.email from leadbaton.lead l join leadbaton.lead_person k on k.lead_id = l.merged_into
                        where k.email like '%@twice.example'
                        order by l.external_id nulls first
                        """).query(String.class).list())
                .containsExactly("row3@twice.example", "row4@twice.example");
    }

    @Test
    void wakesAProspectWhoAsksAgainInTheSameFile() {
        String file = "calm@again.example,,purchased,purchased,,\nCalm@again.example,,chat,chat,true,true\n";

        assertThat(bringIn(file)).isEqualTo("created 1 duplicates 1 rejected 0");

        assertThat(stages("again")).containsExactly("ASSIGNED 1", "MERGED 1");
    }

    @Test
    void givesEachRepTheSameShareAndNobodyMoreThanTheCap() {
        jdbc.sql("update leadbaton.assignment set ended_at = now(), ended_by = 'test' where ended_at is null")
                .update();
        jdbc.sql(
                        "update leadbaton.rep set active = user_id in ('rep1', 'rep2'), cap = case when user_id = 'rep1' then 3 end")
                .update();
        countedLeads.changed();
        try {
            bringIn(hot("share", 0, 10));
        } finally {
            jdbc.sql("update leadbaton.rep set active = true, cap = null").update();
        }

        assertThat(jdbc.sql("""
                        select string_agg(a.rep, ' ' order by r.row) from leadbaton.assignment a
                        join leadbaton.import_row r on r.lead_id = a.lead_id
                        join leadbaton.lead_person p on p.lead_id = a.lead_id
                        where p.email like '%@share.example'
                        """).query(String.class).single())
                .isEqualTo("rep1 rep2 rep1 rep2 rep1 rep2 rep2 rep2 rep2 rep2");
    }

    private static String hot(String file, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "row%1$d@%2$s.example,%2$s%1$d,event,event,true,true\n".formatted(i, file))
                .collect(Collectors.joining());
    }

    private String bringIn(String rows) {
        Http marketing = Http.as("marketing1", port);
        String id = Http.json(
                        marketing.send("POST", "/api/v1/imports", HEADER + rows, Map.of("Content-Type", "text/csv")))
                .get("id")
                .asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Http.json(marketing.get("/api/v1/imports/" + id))
                        .get("state")
                        .asText()
                        .matches("done|failed"));
        return jdbc.sql("""
                        select format('created %s duplicates %s rejected %s', created, duplicates, rejected)
                        from leadbaton.import where id = :id
                        """).param("id", id).query(String.class).single();
    }

    private void whileForbidden(String table, String check, Runnable work) {
        jdbc.sql("alter table leadbaton.%s add constraint forbidden check (%s) not valid".formatted(table, check))
                .update();
        try {
            work.run();
        } finally {
            jdbc.sql("alter table leadbaton.%s drop constraint forbidden".formatted(table))
                    .update();
        }
    }

    private List<String> stages(String file) {
        return jdbc.sql("""
                        select stage || ' ' || count(*) from leadbaton.lead l
                        join leadbaton.lead_person p on p.lead_id = l.id
                        where email ilike :mails group by stage order by stage
                        """)
                .param("mails", "%@" + file + ".example")
                .query(String.class)
                .list();
    }

    private long timelinesWithGaps() {
        return jdbc.sql("""
                        select count(*) from (
                            select l.event_seq, count(e.seq) as told, max(e.seq) as last, l.id from leadbaton.lead l
                            left join leadbaton.lead_event e on e.lead_id = l.id group by l.id) line
                        where told <> last or last <> event_seq or told = 0
                        """).query(Long.class).single();
    }
}
