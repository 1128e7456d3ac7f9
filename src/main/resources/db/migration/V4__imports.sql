-- Files of leads on their way in. The file itself holds personal data and goes as soon as its last row is done.

create table leadbaton.import (
    id          text primary key,
    mapping     text not null,
    sha256      text not null,
    sent_by     text not null,
    state       text not null check (state in ('queued', 'running', 'done', 'failed')),
    problem     text,
    separator   text not null,
    content     bytea,
    rows        integer not null check (rows > 0),
    rows_done   integer not null default 0,
    created     integer not null default 0,
    duplicates  integer not null default 0,
    rejected    integer not null default 0,
    starts      integer not null default 0,
    lease       text,
    lease_until timestamptz,
    queued_at   timestamptz not null,
    started_at  timestamptz,
    ended_at    timestamptz,
    unique (mapping, sha256)
);
create index import_open on leadbaton.import (queued_at) where state in ('queued', 'running');
comment on column leadbaton.import.starts is 'how often a node took it up since a row was last done: an import that kills its node must not do so for ever';
comment on column leadbaton.import.lease_until is 'by the clock of the database; then another node goes on';

create table leadbaton.import_row (
    import_id text not null references leadbaton.import (id),
    row       integer not null check (row > 0),
    line      bigint not null,
    lead_id   text references leadbaton.lead (id),
    faults    jsonb,
    primary key (import_id, row)
);
comment on column leadbaton.import_row.faults is 'why the row was rejected; names fields, never values';
