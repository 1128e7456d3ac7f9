-- Who is logged in, so that any node knows a person whom another let in. Rows go by themselves half an hour after their last use.

create table leadbaton.session (
    primary_id            text primary key,
    session_id            text not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        text
);
create index session_expiry on leadbaton.session (expiry_time);
comment on table leadbaton.session is 'columns and their types are those of Spring Session; times are milliseconds since 1970, the interval is in seconds';

create table leadbaton.session_attributes (
    session_primary_id text not null references leadbaton.session on delete cascade,
    attribute_name     text not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
