-- A clock that runs past its first mark without a timer is found here, once a minute and by every node.
alter table leadbaton.sla_clock
    add column first_mark_at timestamptz,
    add column unwatched_at  timestamptz;
update leadbaton.sla_clock set first_mark_at = due_at where closed_at is null;
comment on column leadbaton.sla_clock.first_mark_at is 'when something first has to happen: the first warning, or the deadline';
comment on column leadbaton.sla_clock.unwatched_at is 'when it was found past its first mark without a timer, null for clocks that had one';
create index sla_clock_first_mark on leadbaton.sla_clock (first_mark_at) where closed_at is null and escalation is null;
create index sla_clock_unwatched on leadbaton.sla_clock (unwatched_at) where closed_at is null and unwatched_at is not null;
