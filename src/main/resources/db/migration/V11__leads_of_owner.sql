-- A rep's own leads, newest first, whatever the number of leads.

set local statement_timeout = 0;
set local lock_timeout = 0;

create index lead_of_owner on leadbaton.lead (owner, received_at desc, id desc) where owner is not null;
