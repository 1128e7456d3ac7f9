package io.leadbaton.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a database with open leads that wait for their reps while the promises run: no intake makes ten thousand in a minute. */
final class OpenLeads {

    private static final String PATTERNS = """
            create schema bench;
            create table bench.pattern as
            select l.id as lead, e.id_ as instance, right(e.id_, 12) as engine, row_number() over (order by l.id) as number
            from leadbaton.lead l join camunda.act_ru_execution e on e.business_key_ = l.id and e.id_ = e.root_proc_inst_id_
            order by l.received_at desc, l.id limit %d;
            """;

    private static final String STOCKS_PATTERNS = """
            create schema bench;
            create table bench.pattern as
            select e.business_key_ as lead, e.id_ as instance, right(e.id_, 12) as engine, row_number() over () as number
            from act_ru_execution e where e.id_ = e.root_proc_inst_id_ limit %d;
            """;

    private static final String ORIGINALS = """
            create table %3$s as select p.lead as p_lead, p.engine as p_engine, p.number as p_number, r.*
            from bench.pattern p join %1$s r on %2$s;
            """;

    /**
     * The node part of the engine's ids and the end of ours become the number of the copy; ids of definitions stay. Indexes are made anew
     * after the rows, three times as fast.
     */
    private static final String COPY = """
            set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB';
            update pg_index set indisready = false where indrelid = '%1$s'::regclass;
            insert into %1$s (%2$s)
            select %3$s from %4$s r, (select i, lpad(to_hex(i), 12, '0') as node, i * 7919 %% 997 * interval '%7$d s' as later
              from generate_series(%5$d, %6$d) i) copy;
            reindex table %1$s;
            """;

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema || '.' || table_name = ? and is_generated = 'NEVER' order by ordinal_position
            """;

    private static final String INSTANCES =
            " in (select e.id_ from camunda.act_ru_execution e where e.root_proc_inst_id_ = p.instance)";
    private static final String TASKS =
            " in (select t.id_ from camunda.act_ru_task t where t.proc_inst_id_" + INSTANCES + ")";

    /** Where the rows of a lead are. The largest first, so that two at a time end at about the same time. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("camunda.act_hi_actinst", "r.root_proc_inst_id_ = p.instance");
        ROWS.put("camunda.act_ru_variable", "r.proc_inst_id_" + INSTANCES);
        ROWS.put("leadbaton.sla_promise", "r.lead_id = p.lead");
        ROWS.put("leadbaton.lead_event", "r.lead_id = p.lead");
        ROWS.put("camunda.act_ru_job", "r.root_proc_inst_id_ = p.instance");
        ROWS.put("camunda.act_ru_execution", "r.proc_inst_id_" + INSTANCES);
        ROWS.put("camunda.act_ru_event_subscr", "r.proc_inst_id_" + INSTANCES);
        ROWS.put("camunda.act_hi_procinst", "r.root_proc_inst_id_ = p.instance");
        ROWS.put("leadbaton.sla_clock", "r.lead_id = p.lead");
        ROWS.put("camunda.act_hi_taskinst", "r.root_proc_inst_id_ = p.instance");
        ROWS.put("camunda.act_ru_task", "r.proc_inst_id_" + INSTANCES);
        ROWS.put("camunda.act_ru_authorization", "r.resource_id_" + TASKS);
        ROWS.put("camunda.act_ru_identitylink", "r.task_id_" + TASKS);
        ROWS.put("leadbaton.lead", "r.id = p.lead");
        ROWS.put("leadbaton.lead_person", "r.lead_id = p.lead");
        ROWS.put("leadbaton.lead_identity", "r.lead_id = p.lead");
        ROWS.put("leadbaton.assignment", "r.lead_id = p.lead");
        ROWS.put("leadbaton.contact_plan", "r.lead_id = p.lead");
        ROWS.put("leadbaton.attempt", "r.lead_id = p.lead");
    }

    private final JdbcTemplate sql;
    private final Spread spread;
    private final String patterns;
    private final Map<String, String> rows;

    OpenLeads(JdbcTemplate sql) {
        this(sql, new Spread(0, 0, 0));
    }

    OpenLeads(JdbcTemplate sql, Spread spread) {
        this(sql, spread, PATTERNS, ROWS);
    }

    private OpenLeads(JdbcTemplate sql, Spread spread, String patterns, Map<String, String> rows) {
        this.sql = sql;
        this.spread = spread;
        this.patterns = patterns;
        this.rows = rows;
    }

    /** Where the engine stands alone, in the schema of nobody. Variables share their bytes with the original's. */
    static OpenLeads ofStock(JdbcTemplate sql) {
        Map<String, String> rows = new LinkedHashMap<>();
        ROWS.forEach((table, belongs) -> {
            if (table.startsWith("camunda.")) {
                rows.put(inPublic(table), inPublic(belongs));
            }
        });
        rows.put("public.act_hi_varinst", "r.root_proc_inst_id_ = p.instance");
        return new OpenLeads(sql, new Spread(0, 0, 0), STOCKS_PATTERNS, rows);
    }

    private static String inPublic(String name) {
        return name.replace("camunda.", "public.");
    }

    /**
     * How copies differ from what they are copied from.
     *
     * @param days within which they came in and fall due
     * @param daysOverdue of the same length, at the beginning: what is due before the copy is made
     * @param reps who have the leads, in turn; 0: as the originals
     */
    record Spread(int days, int daysOverdue, int reps) {}

    /** So many leads, and of each so many copies row by row. */
    void fill(Node node, int patterns, int copies) {
        IntStream.range(0, patterns).forEach(number -> node.receive(hot("pattern", number)));
        choosePatterns(patterns);
        copy(1, copies);
    }

    /** The latest leads are those that will be copied. */
    void choosePatterns(int count) {
        sql.execute(patterns.formatted(count)
                + rows.entrySet().stream()
                        .map(of -> ORIGINALS.formatted(of.getKey(), of.getValue(), originals(of.getKey())))
                        .collect(Collectors.joining()));
    }

    private static String originals(String table) {
        return table.replaceFirst(".*\\.", "bench.");
    }

    /** Makes the copies with these numbers of each pattern, with the history a lead has by then; two tables at a time. */
    void copy(int from, int to) {
        Queue<String> tables = new ConcurrentLinkedQueue<>(rows.keySet());
        CompletableFuture.allOf(IntStream.range(0, 2)
                        .mapToObj(worker -> CompletableFuture.runAsync(() -> copy(tables, from, to)))
                        .toArray(CompletableFuture[]::new))
                .join();
        sql.execute("vacuum analyze");
    }

    private void copy(Queue<String> tables, int from, int to) {
        for (String table = tables.poll(); table != null; table = tables.poll()) {
            Map<String, String> values = values(table);
            sql.execute(COPY.formatted(
                    table,
                    String.join(", ", values.keySet()),
                    String.join(", ", values.values()),
                    originals(table),
                    from,
                    to,
                    spread.days() * 24 * 60 * 60 / 997));
        }
    }

    private Map<String, String> values(String table) {
        Map<String, String> values = new LinkedHashMap<>();
        sql.queryForList(COLUMNS, String.class, table).forEach(column -> values.put(column, value(table, column)));
        return values;
    }

    private String value(String table, String column) {
        return switch (column) {
            case "id" -> "left(r.id, 24) || node";
            case "idempotency_key", "external_id" -> "null";
            case "email", "key" -> "node || " + column;
            case "phone" -> "'+4930' || lpad((i * 100 + p_number)::text, 9, '0')";
            case "due_at", "due_date_", "duedate_" ->
                column + " + later - interval '%d days'".formatted(spread.daysOverdue());
            case "received_at", "create_time_" -> column + " - later";
            case "proc_def_id_", "process_def_id_", "deployment_id_", "job_def_id_", "bytearray_id_" -> column;
            case "assignee_", "user_id_", "owner", "rep" -> rep(column);
            default -> renamed(originals(table), column);
        };
    }

    private String rep(String column) {
        return spread.reps() == 0
                ? column
                : "case when %s like 'rep%%' then 'rep' || (1 + (i * 31 + p_number) %% %d) end"
                        .formatted(column, spread.reps());
    }

    private String renamed(String originals, String column) {
        String value = column;
        if (isIn(originals, "p_engine", column)) {
            value = "replace(%s, p_engine, node)".formatted(value);
        }
        if (isIn(originals, "p_lead", column)) {
            value = "replace(%s, p_lead, left(p_lead, 24) || node)".formatted(value);
        }
        return value;
    }

    private boolean isIn(String originals, String id, String column) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select exists (select 1 from %s where position(%s in %s::text) > 0)".formatted(originals, id, column),
                Boolean.class));
    }

    /** A lead that goes to a rep at once and has to be answered within the hour. */
    static String hot(String name, int number) {
        return """
                {"email": "%1$s%2$d@example.com", "phone": "+49302%2$06d", "channel": "event", "leadType": "event",
                 "intent": {"demoRequested": true, "offerRequested": true}}
                """.formatted(name, number);
    }
}
