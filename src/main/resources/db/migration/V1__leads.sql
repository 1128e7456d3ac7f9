-- Leads, what happened to them, who works them and what was promised. Instants are timestamptz; personal data lives in
-- lead_person, lead_identity and the notes of attempts and events, so that erasing a person touches nothing else.

create table leadbaton.lead (
    id                 text primary key,
    door               text not null,
    idempotency_key    text,
    request_hash       text,
    external_id        text,
    channel            text not null,
    source             text,
    campaign           text,
    supplier           text,
    lead_type          text,
    facts              jsonb not null default '{}',
    stage              text not null,
    stage_reason       text,
    stage_since        timestamptz not null,
    owner              text,
    team               text,
    intent             integer,
    qualification      integer,
    total              integer,
    grade              text,
    icp                boolean,
    score_reasons      jsonb not null default '[]',
    sales_ready        boolean,
    email_opt_out      boolean not null default false,
    email_bounced      boolean not null default false,
    do_not_call        boolean not null default false,
    has_email          boolean not null,
    has_phone          boolean not null,
    cadence_round      integer not null default 0,
    attempts_made      integer not null default 0,
    attempts_planned   integer not null default 0,
    second_voice_due   boolean not null default false,
    second_voice       boolean not null default false,
    recycled           boolean not null default false,
    contacted          boolean not null default false,
    bad_data           boolean not null default false,
    reply_waiting      boolean not null default false,
    hold_until         timestamptz,
    next_attempt_at    timestamptz,
    disposition        text,
    disposition_reason text,
    amount             numeric(14, 2),
    merged_into        text references leadbaton.lead (id),
    policy_version     text,
    received_at        timestamptz not null,
    stored_at          timestamptz not null,
    event_seq          integer not null default 0,
    unique (door, idempotency_key)
);
create index lead_by_stage on leadbaton.lead (stage, received_at desc);
create index lead_by_arrival on leadbaton.lead (received_at desc, id desc);
create index lead_by_owner on leadbaton.lead (owner, stage) where owner is not null;
create index lead_by_policy_version on leadbaton.lead (policy_version);
comment on column leadbaton.lead.door is 'who brought the lead in: the source of a key, a user, an import mapping; external ids and idempotency keys are unique within it';
comment on column leadbaton.lead.facts is 'what intake knew besides contact data: intent, qualification, custom fields';
comment on column leadbaton.lead.cadence_round is 'how many contact plans were begun for this lead';
comment on column leadbaton.lead.attempts_made is 'within the current contact plan';

create table leadbaton.lead_person (
    lead_id    text primary key references leadbaton.lead (id),
    email      text,
    phone      text,
    first_name text,
    last_name  text,
    company    text,
    job_title  text,
    country    text,
    city       text,
    time_zone  text,
    message    text,
    consent    jsonb
);

-- A lead holds its external id for good and its mail address while it is open: the primary key decides who is the duplicate.
create table leadbaton.lead_identity (
    kind    text not null check (kind in ('mail', 'external-id')),
    key     text not null,
    lead_id text not null references leadbaton.lead (id),
    primary key (kind, key)
);
create index lead_identity_by_lead on leadbaton.lead_identity (lead_id);

create table leadbaton.lead_event (
    lead_id text not null references leadbaton.lead (id),
    seq     integer not null check (seq > 0),
    at      timestamptz not null,
    actor   text not null,
    type    text not null,
    summary text not null,
    details jsonb not null default '{}',
    primary key (lead_id, seq)
);
create index lead_event_by_type on leadbaton.lead_event (type, at);

create table leadbaton.attempt (
    lead_id       text not null references leadbaton.lead (id),
    number        integer not null check (number > 0),
    cadence_round integer not null,
    channel       text not null,
    outcome       text not null,
    note          text,
    rep           text not null,
    planned_at    timestamptz not null,
    made_at       timestamptz not null,
    primary key (lead_id, number)
);
create index attempt_by_rep on leadbaton.attempt (rep, made_at);

create table leadbaton.contact_plan (
    lead_id       text not null references leadbaton.lead (id),
    cadence_round integer not null check (cadence_round > 0),
    attempts      integer not null check (attempts between 5 and 10),
    channels      text[] not null,
    gap_minutes   integer[] not null,
    second_voice  boolean not null,
    adopted_at    timestamptz not null,
    primary key (lead_id, cadence_round)
);
comment on column leadbaton.contact_plan.second_voice is 'whether a senior rep tries again when this plan fails';

create table leadbaton.assignment (
    lead_id       text not null references leadbaton.lead (id),
    number        integer not null check (number > 0),
    rep           text not null,
    team          text,
    how           text not null,
    cadence_round integer not null,
    at            timestamptz not null,
    ended_at      timestamptz,
    ended_by      text,
    primary key (lead_id, number)
);
create unique index assignment_one_owner on leadbaton.assignment (lead_id) where ended_at is null;
create index assignment_open_by_rep on leadbaton.assignment (rep) where ended_at is null;
comment on column leadbaton.assignment.cadence_round is 'contact plans begun before: assignments with the same number belong to one hand-off';

create table leadbaton.nurture_run (
    lead_id     text not null references leadbaton.lead (id),
    number      integer not null check (number > 0),
    drips       integer not null check (drips >= 0),
    every_days  integer not null check (every_days > 0),
    sent        integer not null default 0,
    reawaken_at integer not null,
    started_at  timestamptz not null,
    expires_at  timestamptz not null,
    primary key (lead_id, number)
);
comment on column leadbaton.nurture_run.reawaken_at is 'total score that brings the lead back to sales';

create table leadbaton.rep (
    user_id           text primary key,
    name              text not null,
    team              text not null,
    senior            boolean not null default false,
    skills            text[] not null default '{}',
    weight            integer not null default 100 check (weight > 0),
    cap               integer check (cap > 0),
    closing_rate      numeric(5, 4) not null default 0 check (closing_rate between 0 and 1),
    experience_months integer not null default 0 check (experience_months >= 0),
    active            boolean not null default true,
    away_since        timestamptz,
    away_until        timestamptz,
    silent_until      timestamptz
);
comment on column leadbaton.rep.silent_until is 'switched off for not answering; ends by itself, or with the next sign of life';

-- What somebody has to look at: shown on the home page of a group until it is done.
create table leadbaton.notice (
    id        bigint generated always as identity primary key,
    for_group text not null,
    lead_id   text references leadbaton.lead (id),
    at        timestamptz not null,
    text      text not null,
    done_at   timestamptz,
    done_by   text
);
create index notice_open on leadbaton.notice (for_group, at) where done_at is null;

create table leadbaton.sla_promise (
    lead_id  text not null references leadbaton.lead (id),
    clause   text not null,
    target   integer not null check (target > 0),
    unit     text not null check (unit in ('minutes', 'businessMinutes', 'businessDays')),
    calendar text not null,
    primary key (lead_id, clause)
);

create table leadbaton.sla_clock (
    id         text primary key,
    lead_id    text not null references leadbaton.lead (id),
    clause     text not null,
    round      integer not null check (round > 0),
    state      text not null check (state in ('running', 'warned', 'paused', 'met', 'missed', 'excused')),
    owner      text,
    started_at timestamptz not null,
    due_at     timestamptz not null,
    paused_at  timestamptz,
    closed_at  timestamptz,
    closed_why text,
    escalation text unique,
    unique (lead_id, clause, round)
);
create unique index sla_clock_one_open on leadbaton.sla_clock (lead_id, clause) where closed_at is null;
create index sla_clock_stuck on leadbaton.sla_clock (due_at) where closed_at is null;
comment on column leadbaton.sla_clock.escalation is 'process instance of the escalation of this clock, once its first mark was reached';

create table leadbaton.sla_mark (
    clock_id text not null references leadbaton.sla_clock (id),
    mark     text not null,
    at       timestamptz not null,
    primary key (clock_id, mark)
);
