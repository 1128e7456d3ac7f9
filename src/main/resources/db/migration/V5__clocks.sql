-- Clocks that know their whole promise: hours that count, warnings before the deadline, the ladder after it, pauses, excuses.

set local statement_timeout = 0;
set local lock_timeout = 0;

alter table leadbaton.sla_promise
    add column warnings    integer[] not null default '{}',
    add column ladder      text[]    not null default '{}',
    add column keep_timing boolean   not null default true;
comment on column leadbaton.sla_promise.warnings is 'percent of the promised time, each below 100';
comment on column leadbaton.sla_promise.ladder is 'rungs with the percent of the promised time, as in copy-manager 100';
comment on column leadbaton.sla_promise.keep_timing is 'false: the promise is over once it is broken';

alter table leadbaton.sla_clock
    add column target           integer,
    add column unit             text,
    add column warnings         integer[] not null default '{}',
    add column ladder           text[]    not null default '{}',
    add column keep_timing      boolean   not null default true,
    add column calendar         text      not null default 'none',
    add column calendar_id      text,
    add column calendar_version integer,
    add column explanation      jsonb     not null default '[]',
    add column wall_seconds     bigint,
    add column business_seconds bigint,
    add column contested_at     timestamptz,
    add column contested_by     text,
    add column contested_why    text,
    add column excused_at       timestamptz,
    add column excused_by       text,
    add column excused_why      text;
-- Until now a business day was counted as 24 hours on the wall.
update leadbaton.sla_clock c
set target = case p.unit when 'businessDays' then p.target * 1440 else p.target end, unit = 'minutes'
from leadbaton.sla_promise p where p.lead_id = c.lead_id and p.clause = c.clause;
update leadbaton.sla_clock set target = 1, unit = 'minutes' where target is null;
alter table leadbaton.sla_clock
    alter column target set not null,
    alter column unit set not null,
    add check (target > 0),
    add check (unit in ('minutes', 'businessMinutes', 'businessDays'));
comment on column leadbaton.sla_clock.calendar is 'whose hours count: none, team or rep';
comment on column leadbaton.sla_clock.calendar_id is 'the calendar whose hours are counted, null for wall time';
comment on column leadbaton.sla_clock.explanation is 'the stretches of time that were counted or skipped up to the deadline';
comment on column leadbaton.sla_clock.business_seconds is 'counted from the start to the end of the watch';

create table leadbaton.sla_pause (
    clock_id text        not null references leadbaton.sla_clock (id),
    began_at timestamptz not null,
    ended_at timestamptz,
    why      text        not null,
    primary key (clock_id, began_at),
    check (ended_at >= began_at)
);
create unique index sla_pause_one_open on leadbaton.sla_pause (clock_id) where ended_at is null;
insert into leadbaton.sla_pause (clock_id, began_at, why)
select id, paused_at, 'on hold' from leadbaton.sla_clock where paused_at is not null and closed_at is null;
alter table leadbaton.sla_clock drop column paused_at;

alter table leadbaton.notice
    alter column for_group drop not null,
    add column for_user text,
    add check (for_group is not null or for_user is not null);
create index notice_open_for_user on leadbaton.notice (for_user, at) where done_at is null;
create index notice_open_about on leadbaton.notice (coalesce(lead_id, '')) where done_at is null;
