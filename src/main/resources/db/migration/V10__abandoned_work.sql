-- Work in the middle of which a node died or hung: what does so again and again is given up instead of tried for ever.

create table leadbaton.abandoned_job (
    job_id text primary key,
    due    timestamp not null,
    times  integer   not null check (times > 0)
);
comment on column leadbaton.abandoned_job.due is 'as the engine writes it, in UTC; work that got another date is other work';
