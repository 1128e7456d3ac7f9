package io.leadbaton;

/** What {@link Invariants} asks when it knows what a client sent and what it was answered. */
final class LedgerQueries {

    private static final String GROUND = """
            with line as (
                select * from unnest(cast(:keys as text[]), cast(:outcomes as text[]), cast(:leads as text[])) as line (key, outcome, lead)),
            sent as (
                select key, bool_or(outcome = 'ACKNOWLEDGED') as acknowledged, bool_or(outcome = 'UNKNOWN') as unknown
                from line group by key),
            answered as (select distinct key, lead from line where outcome = 'ACKNOWLEDGED'),
            way as (
                select l.id, l.stage, l.stage_since,
                    (select count(*) from camunda.act_hi_procinst p where p.business_key_ = l.id
                        and p.super_process_instance_id_ is null and p.proc_def_key_ = 'lifecycle') as ways,
                    (select count(*) from leadbaton.lead_event e where e.lead_id = l.id and e.type = 'policy-changed') as renewals,
                    (select count(*) from camunda.act_ru_execution e where e.business_key_ = l.id
                        and e.parent_id_ is null and e.super_exec_ is null) as running,
                    l.stage in ('WON', 'LOST', 'DISQUALIFIED', 'ARCHIVED', 'MERGED', 'SUPPRESSED', 'ERASED') as ended
                from leadbaton.lead l where l.door = :door and l.idempotency_key is not null)
            """;

    /** I1: what was acknowledged is there, once, and on its way; what was refused is not. */
    static final String LOST_OR_DOUBLED = GROUND + """
            select 'the lead ' || a.lead || ' was acknowledged to ' || a.key || ' and is lost'
            from answered a left join leadbaton.lead l on l.id = a.lead and l.door = :door and l.idempotency_key = a.key
            where l.id is null
            union all
            select 'nobody sent ' || l.idempotency_key || ', and it is stored as ' || l.id
            from leadbaton.lead l left join sent s on s.key = l.idempotency_key
            where l.door = :door and l.idempotency_key is not null and s.key is null
            union all
            select s.key || ' was refused, and is stored as ' || l.id
            from sent s join leadbaton.lead l on l.door = :door and l.idempotency_key = s.key
            where not s.acknowledged and not s.unknown
            union all
            select 'the lead ' || id || ' (' || stage || ') began ' || ways || ' ways'
            from way where ways > 1 + renewals or ways = 0 and not (ended and stage_since < cast(:now as timestamptz) - interval '180 days')
            union all
            select 'the lead ' || id || ' (' || stage || ') is open, and ' || running || ' ways go on' from way where not ended and running <> 1
            union all
            select 'the lead ' || id || ' (' || stage || ') has ended, and ' || running || ' ways go on' from way where ended and running > 0
            """;

    /** I2: a request that was repeated until it was answered has one answer, and an answer of its own. */
    static final String NOT_CONVERGED = GROUND + """
            select key || ' was answered with ' || count(lead) || ' leads' from answered group by key having count(lead) > 1
            union all
            select 'the lead ' || lead || ' answers ' || count(key) || ' requests' from answered group by lead having count(key) > 1
            union all
            select 'what became of ' || key || ' is still unknown' from sent where unknown and not acknowledged
            """;

    private LedgerQueries() {}
}
