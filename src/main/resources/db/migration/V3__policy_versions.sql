-- One row for each atomic deployment of processes/ and forms/; the highest seq is the live one. The same files may be live twice (A, B, A).
create table leadbaton.policy_version (
    deployment_id text primary key,
    seq bigint generated always as identity unique,
    hash text not null,
    at timestamptz not null default now(),
    by text not null
);
