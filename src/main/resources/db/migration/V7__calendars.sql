-- Calendars in service: each change of a calendar file is a version of that calendar; clocks name the version they count.

create table leadbaton.business_calendar (
    id         text        not null,
    version    integer     not null check (version > 0),
    hash       text        not null,
    content    json        not null,
    teams      text[]      not null,
    live_from  timestamptz not null,
    live_until timestamptz,
    by         text        not null,
    primary key (id, version)
);
create unique index business_calendar_in_force on leadbaton.business_calendar (id) where live_until is null;
comment on column leadbaton.business_calendar.content is 'the files by name, as they were: the calendar and what it imports';
comment on column leadbaton.business_calendar.teams is 'teams whose hours it tells; the calendar default serves all others';
comment on column leadbaton.business_calendar.live_until is 'null for the version in force; every other one was replaced, or its file is gone';

alter table leadbaton.rep add column calendar text;
comment on column leadbaton.rep.calendar is 'whose hours the rep works; null for those of the team';

create index sla_clock_open_by_calendar on leadbaton.sla_clock (calendar_id, calendar_version)
    where closed_at is null and calendar_id is not null;
