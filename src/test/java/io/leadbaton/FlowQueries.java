package io.leadbaton;

/** What {@link Invariants} asks about leads on their way: nobody's, stuck, gaps in what is told, failures that nobody sees. */
final class FlowQueries {

    /** I7: a lead that sales or marketing has to move is somebody's, or lies in the queue of a group; a minute may pass in between. */
    static final String OWNERS = """
            select 'the lead ' || l.id || ' (' || l.stage || ') is nobody''s since ' || l.stage_since
            from leadbaton.lead l
            where (cast(:lead as text) is null or l.id = :lead)
                and l.stage in ('RECEIVED', 'MQL', 'ASSIGNED', 'REJECTED', 'WORKING', 'ON_HOLD', 'ENGAGED', 'SQL', 'OPPORTUNITY')
                and l.owner is null and l.stage_since < cast(:now as timestamptz) - interval '1 minute'
                and not exists (
                    select 1 from camunda.act_ru_execution p join camunda.act_ru_task t on t.proc_inst_id_ = p.id_
                    where p.business_key_ = l.id and (t.assignee_ is not null or exists (
                        select 1 from camunda.act_ru_identitylink i
                        where i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ is not null)))
            """;

    /** I8: what stands still waits for a person, a date, a message, or was given up and says so. */
    static final String TOKENS = """
            select 'the process of ' || coalesce(p.business_key_, p.id_) || ' stands at '
                || coalesce(e.act_id_, 'no step') || ' and waits for nothing'
            from camunda.act_ru_execution e join camunda.act_ru_execution p on p.id_ = e.proc_inst_id_
            where (cast(:lead as text) is null or p.business_key_ = :lead)
                and not exists (select 1 from camunda.act_ru_execution inside where inside.parent_id_ = e.id_)
                and not exists (select 1 from camunda.act_ru_execution called where called.super_exec_ = e.id_)
                and not exists (select 1 from camunda.act_ru_task t where t.execution_id_ = e.id_)
                and not exists (select 1 from camunda.act_ru_job j where j.execution_id_ = e.id_)
                and not exists (select 1 from camunda.act_ru_event_subscr s where s.execution_id_ = e.id_)
                and not exists (select 1 from camunda.act_ru_incident i
                    where i.execution_id_ = e.id_ and i.incident_type_ <> 'slaBreached')
            union all
            select 'the task ' || a.act_id_ || ' of ' || p.business_key_ || ' is open and nobody can do it'
            from camunda.act_hi_actinst a join camunda.act_ru_execution p on p.id_ = a.proc_inst_id_
            where (cast(:lead as text) is null or p.business_key_ = :lead) and a.act_type_ = 'userTask' and a.end_time_ is null
                and not exists (select 1 from camunda.act_ru_task t where t.id_ = a.task_id_)
            """;

    /** I9: events and attempts of a lead are numbered from 1 without gaps. */
    static final String TIMELINES = """
            select 'the timeline of ' || l.id || ' should have ' || l.event_seq || ' events, has ' || count(e.seq)
                || ' up to ' || coalesce(max(e.seq), 0)
            from leadbaton.lead l left join leadbaton.lead_event e on e.lead_id = l.id
            where cast(:lead as text) is null or l.id = :lead
            group by l.id, l.event_seq
            having count(e.seq) <> l.event_seq or coalesce(max(e.seq), 0) <> l.event_seq
            union all
            select a.lead_id || ' has ' || count(*) || ' attempts up to number ' || max(a.number)
            from leadbaton.attempt a
            where cast(:lead as text) is null or a.lead_id = :lead
            group by a.lead_id having count(*) <> max(a.number)
            """;

    /** I10: work that is not tried again is an incident, which Cockpit shows; and every such incident is about given-up work. */
    static final String FAILURES = """
            select 'the work ' || j.handler_cfg_ || ' of ' || coalesce(root.business_key_, j.root_proc_inst_id_)
                || ' was given up and nobody is told'
            from camunda.act_ru_job j left join camunda.act_ru_execution root on root.id_ = j.root_proc_inst_id_
            where (cast(:lead as text) is null or root.business_key_ = :lead) and j.retries_ = 0
                and not exists (select 1 from camunda.act_ru_incident i
                    where i.configuration_ = j.id_ and i.incident_type_ = 'failedJob')
            union all
            select 'an incident at ' || i.activity_id_ || ' of ' || root.business_key_ || ' is about work that nobody gave up'
            from camunda.act_ru_incident i
            join camunda.act_ru_execution at on at.id_ = i.proc_inst_id_
            join camunda.act_ru_execution root on root.id_ = at.root_proc_inst_id_
            where (cast(:lead as text) is null or root.business_key_ = :lead) and i.incident_type_ = 'failedJob'
                and i.id_ = i.root_cause_incident_id_
                and not exists (select 1 from camunda.act_ru_job j where j.id_ = i.configuration_ and j.retries_ = 0)
            """;

    /** I12: the processes of a lead, the ladders of its promises too, run as the version draws them that its row names. */
    static final String VERSIONS = """
            select d.key_ || ' of ' || l.id || ' runs as drawn in ' || coalesce(v.hash, 'no version') || ', the lead goes by '
                || coalesce(l.policy_version, 'none')
            from camunda.act_ru_execution p
            join camunda.act_re_procdef d on d.id_ = p.proc_def_id_
            left join leadbaton.policy_version v on v.deployment_id = d.deployment_id_
            left join leadbaton.sla_clock c on c.id = p.business_key_
            join leadbaton.lead l on l.id = coalesce(c.lead_id, p.business_key_)
            where (cast(:lead as text) is null or l.id = :lead) and p.parent_id_ is null
                and v.hash is distinct from l.policy_version
            """;

    private FlowQueries() {}
}
