package io.leadbaton.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a database with open leads that wait for their reps while the promises run. */
final class OpenLeads {

    private static final String PATTERNS = """
            create schema bench;
            create table bench.pattern as
            select l.id as lead, e.id_ as instance, right(e.id_, 12) as engine
            from leadbaton.lead l join camunda.act_ru_execution e on e.business_key_ = l.id and e.id_ = e.root_proc_inst_id_
            order by l.received_at desc, l.id limit %d;
            """;

    /** The node part of the engine's ids and the end of ours become the number of the copy; ids of definitions stay. */
    private static final String COPY = """
            insert into %1$s
            select made.* from (
              select p.engine, p.lead, to_jsonb(r)::text as text, to_jsonb(r) as row
              from bench.pattern p join %1$s r on %2$s offset 0) original
            cross join (select lpad(to_hex(i), 12, '0') as node from generate_series(1, %3$d) i) copy
            cross join lateral jsonb_populate_record(null::%1$s,
              replace(replace(text, engine, node), lead, left(lead, 24) || node)::jsonb
              || jsonb_build_object('id', left(row->>'id', 24) || node, 'idempotency_key', null, 'external_id', null,
                'proc_def_id_', row->'proc_def_id_', 'process_def_id_', row->'process_def_id_',
                'deployment_id_', row->'deployment_id_', 'job_def_id_', row->'job_def_id_')) made;
            """;

    private static final String INSTANCES =
            " in (select e.id_ from camunda.act_ru_execution e where e.root_proc_inst_id_ = p.instance)";
    private static final String TASKS =
            " in (select t.id_ from camunda.act_ru_task t where t.proc_inst_id_" + INSTANCES + ")";

    private final JdbcTemplate sql;

    OpenLeads(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** So many leads, and of each so many copies row by row: no intake makes ten thousand in a minute. History is not copied. */
    void fill(Node node, int patterns, int copies) {
        IntStream.range(0, patterns).forEach(number -> node.receive(hot("pattern", number)));
        sql.execute(PATTERNS.formatted(patterns)
                + "set session_replication_role = replica;"
                + rows().map(rows -> COPY.formatted(rows.get(0), rows.get(1), copies))
                        .collect(Collectors.joining())
                + "reset session_replication_role; analyze;");
    }

    /** A lead that goes to a rep at once and has to be answered within the hour. */
    static String hot(String name, int number) {
        return """
                {"email": "%1$s%2$d@example.com", "phone": "+49302%2$06d", "channel": "event", "leadType": "event",
                 "intent": {"demoRequested": true, "offerRequested": true}}
                """.formatted(name, number);
    }

    private static Stream<List<String>> rows() {
        return Stream.of(
                List.of("leadbaton.lead", "r.id = p.lead"),
                List.of("leadbaton.lead_person", "r.lead_id = p.lead"),
                List.of("leadbaton.lead_event", "r.lead_id = p.lead"),
                List.of("leadbaton.assignment", "r.lead_id = p.lead"),
                List.of("leadbaton.sla_promise", "r.lead_id = p.lead"),
                List.of("leadbaton.sla_clock", "r.lead_id = p.lead"),
                List.of("camunda.act_ru_job", "r.root_proc_inst_id_ = p.instance"),
                List.of("camunda.act_ru_variable", "r.proc_inst_id_" + INSTANCES),
                List.of("camunda.act_ru_event_subscr", "r.proc_inst_id_" + INSTANCES),
                List.of("camunda.act_ru_identitylink", "r.task_id_" + TASKS),
                List.of("camunda.act_ru_authorization", "r.resource_id_" + TASKS),
                List.of("camunda.act_ru_task", "r.proc_inst_id_" + INSTANCES),
                List.of("camunda.act_ru_execution", "r.proc_inst_id_" + INSTANCES));
    }
}
