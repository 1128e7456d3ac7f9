-- A prospect that goes on under a newer policy stays with marketing: it is told by a stay that has not ended.
alter table leadbaton.nurture_run add column ended_at timestamptz;
update leadbaton.nurture_run r set ended_at = now()
where number < (select max(number) from leadbaton.nurture_run later where later.lead_id = r.lead_id)
   or not exists (select 1 from leadbaton.lead l where l.id = r.lead_id and l.stage = 'NURTURE');
create unique index nurture_run_of_prospect on leadbaton.nurture_run (lead_id) where ended_at is null;
