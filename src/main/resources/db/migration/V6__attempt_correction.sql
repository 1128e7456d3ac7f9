-- What was logged wrong and what it became: the attempt shows the corrected outcome, every correction stays.

create table leadbaton.attempt_correction (
    lead_id text not null,
    attempt integer not null,
    number  integer not null check (number > 0),
    was     text not null,
    became  text not null,
    note    text,
    at      timestamptz not null,
    by      text not null,
    primary key (lead_id, attempt, number),
    foreign key (lead_id, attempt) references leadbaton.attempt (lead_id, number),
    check (was <> became)
);
create index attempt_correction_at on leadbaton.attempt_correction (at);
comment on column leadbaton.attempt_correction.number is 'counts the corrections of this attempt from 1';
