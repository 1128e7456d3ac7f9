package io.leadbaton;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@link Invariants} asks about promises: each row is a sentence about what is wrong. */
final class InvariantQueries {

    private static final String GROUND = """
            with clock as (
                select c.*, c.clause || ' of ' || c.lead_id || ' (round ' || c.round || ', ' || c.state || ')' as name,
                    c.closed_at is null as open,
                    stands.since,
                    case when c.closed_at is null and next.mark < '2900-01-01' then next.mark end as next_mark
                from leadbaton.sla_clock c
                left join (select clock_id, min(began_at) as since from leadbaton.sla_pause where ended_at is null
                    group by clock_id) stands on stands.clock_id = c.id
                left join unnest(cast(:open as text[]), cast(cast(:next as text[]) as timestamptz[])) as next (id, mark)
                    on next.id = c.id
                where cast(:lead as text) is null or c.lead_id = :lead),
            timer as (
                select split_part(j.handler_cfg_, '$', 1) as activity, root.business_key_ as root_key, j.retries_ as retries,
                    j.suspension_state_ = 1 as active, j.duedate_ at time zone 'UTC' as due, j.execution_id_ as execution
                from camunda.act_ru_job j join camunda.act_ru_execution root on root.id_ = j.root_proc_inst_id_
                where j.type_ = 'timer' and j.duedate_ < '2900-01-01'),
            watch as (
                select c.id as clock_id, t.* from clock c join timer t
                    on t.root_key = c.lead_id and t.activity = any (case c.clause
                        when 'acceptance' then array['acceptanceNears', 'takeOverNears'] else array[c.clause || 'Due'] end)
                union all
                select c.id as clock_id, t.* from clock c join timer t on t.root_key = c.id),
            taker as (
                select t.root_key as lead_id, t.activity, t.due from timer t
                where t.activity in ('acceptanceDue', 'takeOverDue') and (cast(:lead as text) is null or t.root_key = :lead)),
            shown as (
                select * from (values ('assignByHand', 'firstResponse'), ('acceptLead', 'acceptance'), ('takeOver', 'acceptance'),
                    ('makeAttempt', 'firstResponse'), ('makeAttempt', 'nextAttempt'), ('reviewRejection', 'rejectionReview'),
                    ('qualifyLead', 'qualification'), ('openOpportunity', 'opportunity'), ('closeOpportunity', 'followUp'))
                    as shown (task, clause)),
            stuck as (
                select i.*, c.id as clock_id from camunda.act_ru_incident i join clock c on c.id = i.configuration_
                where i.incident_type_ = 'slaBreached' and i.id_ = i.root_cause_incident_id_)
            """;

    /** I3: every running clock has exactly one timer, due at its next mark; a clock that does not run has none. */
    private static final String TIMERS = """
            select name || ' has ' || count(w.due) || ' timers, next mark ' || coalesce(next_mark::text, 'none')
            from clock c left join watch w on w.clock_id = c.id
            where open group by c.id, name, next_mark
            having count(w.due) <> case when next_mark is null then 0 else 1 end
            union all
            select name || ' has a timer ' || w.activity || ' at ' || w.due || ' and its next mark at ' || next_mark
            from clock c join watch w on w.clock_id = c.id
            where open and next_mark is not null and abs(extract(epoch from w.due - next_mark)) > 1
            union all
            select name || ' has a timer that cannot fire' from clock c join watch w on w.clock_id = c.id
            where open and not (w.active and w.retries > 0)
            union all
            select name || ' is settled and has a timer ' || w.activity || ' at ' || w.due from clock c join watch w on w.clock_id = c.id
            where not open and not exists (
                select 1 from clock later where later.lead_id = c.lead_id and later.clause = c.clause and later.open)
            union all
            select 'acceptance of ' || t.lead_id || ' is taken away at ' || t.due || ' and due at '
                || coalesce(c.due_at::text, 'no time')
            from taker t left join clock c on c.lead_id = t.lead_id and c.clause = 'acceptance' and open and since is null
            where c.id is null or abs(extract(epoch from t.due - c.due_at)) > 1
            union all
            select name || ' can be kept forever' from clock c
            where c.clause = 'acceptance' and open and since is null
                and not exists (select 1 from taker t where t.lead_id = c.lead_id)
            """;

    /** I3 as well: each open task shows the date of the promise it keeps; no escalation outlives its clock. */
    private static final String FOLLOWERS = """
            select 'the task ' || t.task_def_key_ || ' of ' || root.business_key_ || ' shows '
                || coalesce(t.due_date_::text, 'no date') || ', promised is ' || coalesce(min(c.due_at)::text, 'nothing')
            from camunda.act_ru_task t
            join camunda.act_ru_execution root on root.id_ = t.proc_inst_id_
            join shown s on s.task = t.task_def_key_
            left join clock c on c.lead_id = root.business_key_ and c.clause = s.clause and open and since is null
            where cast(:lead as text) is null or root.business_key_ = :lead
            group by t.id_, t.task_def_key_, t.due_date_, root.business_key_
            having coalesce(abs(extract(epoch from t.due_date_ at time zone 'UTC' - min(c.due_at))) > 1,
                num_nulls(t.due_date_, min(c.due_at)) = 1)
            union all
            select name || ' is settled and still escalates' from clock c
            where not open and exists (select 1 from camunda.act_ru_execution e
                where e.business_key_ = c.id and e.proc_def_key_ = 'escalation')
            union all
            select name || ' escalates ' || count(e.id_) || ' times' from clock c
            join camunda.act_ru_execution e on e.business_key_ = c.id and e.proc_def_key_ = 'escalation' and e.parent_id_ is null
            group by c.id, name having count(e.id_) > 1
            """;

    /** I4: a deadline that passed is written exactly once, and told exactly once. */
    private static final String BREACHES = """
            select name || ' passed its deadline ' || due_at || ' unnoticed' from clock c
            where due_at + interval '1 second' < least(coalesce(closed_at, cast(:now as timestamptz)), since)
                and not exists (select 1 from leadbaton.sla_mark m where m.clock_id = c.id and m.mark = 'deadline')
            union all
            select name || ' has ' || count(distinct m.clock_id) || ' breaches and tells of ' || count(e.seq)
            from clock c
            left join leadbaton.sla_mark m on m.clock_id = c.id and m.mark = 'deadline'
            left join leadbaton.lead_event e
                on e.lead_id = c.lead_id and e.type = 'clock-missed' and e.details ->> 'clockId' = c.id
            group by c.id, name, c.state
            having count(distinct m.clock_id) <> count(e.seq)
                or (count(e.seq) = 1) <> (c.state in ('missed', 'excused'))
            """;

    /** A lead is shown as stuck once for each broken promise that is still owed, and where somebody waits for it. */
    private static final String STUCK = """
            select name || ' has ' || count(s.id_) || ' incidents' from clock c left join stuck s on s.clock_id = c.id
            group by c.id, name, c.state, open
            having count(s.id_) <> case when open and c.state = 'missed' then 1 else 0 end
            union all
            select name || ' is shown as stuck at ' || s.activity_id_ || ', where nobody waits'
            from clock c join stuck s on s.clock_id = c.id
            where not exists (select 1 from camunda.act_ru_task t
                    where t.execution_id_ = s.execution_id_ and t.task_def_key_ = s.activity_id_)
                and not exists (select 1 from timer t where t.execution = s.execution_id_ and t.activity = s.activity_id_)
            union all
            select name || ' is not shown at ' || call.act_id_ || ', which waits for ' || s.activity_id_
            from clock c join stuck s on s.clock_id = c.id
            join camunda.act_ru_execution inner_root on inner_root.id_ = s.proc_inst_id_
            join camunda.act_ru_execution call on call.id_ = inner_root.super_exec_
            where not exists (select 1 from camunda.act_ru_incident i
                where i.cause_incident_id_ = s.id_ and i.execution_id_ = call.id_)
            """;

    private static final String ON_THE_WAY = String.join(
            " union all ",
            FlowQueries.OWNERS,
            FlowQueries.TOKENS,
            FlowQueries.TIMELINES,
            FlowQueries.FAILURES,
            FlowQueries.VERSIONS);

    static final String ALL = GROUND + String.join(" union all ", TIMERS, FOLLOWERS, BREACHES, STUCK, ON_THE_WAY);

    /** The same by the number of the invariant, for reports. */
    static Map<String, String> numbered() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("I3", GROUND + TIMERS + " union all " + FOLLOWERS);
        queries.put("I4", GROUND + BREACHES);
        queries.put("I7", GROUND + FlowQueries.OWNERS);
        queries.put("I8", GROUND + FlowQueries.TOKENS);
        queries.put("I9", GROUND + FlowQueries.TIMELINES);
        queries.put("I10", GROUND + STUCK + " union all " + FlowQueries.FAILURES);
        queries.put("I12", GROUND + FlowQueries.VERSIONS);
        return queries;
    }

    private InvariantQueries() {}
}
