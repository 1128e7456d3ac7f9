-- Who may bring leads in without a user, and what a new installation was given.

create table leadbaton.intake_key (
    id          text primary key,
    source      text not null,
    secret_hash text not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
comment on column leadbaton.intake_key.source is 'whose leads these are: actor and door of what comes in by this key';

create table leadbaton.given_once (
    what text primary key,
    at   timestamptz not null
);
comment on table leadbaton.given_once is 'roles, rights, filters and users that a start has created: what a team changes or deletes afterwards stays so';
