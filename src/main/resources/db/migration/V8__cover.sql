-- Who is away may name a colleague who covers: what the rep promised stands still meanwhile, beside or without a hold of the lead.

alter table leadbaton.rep
    add column cover text references leadbaton.rep (user_id),
    add check (cover <> user_id);
comment on column leadbaton.rep.cover is 'who looks after the leads during an announced absence; null for nobody';

alter table leadbaton.sla_pause
    add column cause text not null default 'hold',
    add check (cause in ('hold', 'absence')),
    drop constraint sla_pause_pkey,
    add column id bigint generated always as identity primary key;
create index sla_pause_of_clock on leadbaton.sla_pause (clock_id, began_at);
drop index leadbaton.sla_pause_one_open;
create unique index sla_pause_one_open on leadbaton.sla_pause (clock_id, cause) where ended_at is null;
