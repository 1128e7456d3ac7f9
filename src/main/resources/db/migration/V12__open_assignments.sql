-- How many leads a rep has, and since when, is read from the index alone.
create index assignment_open on leadbaton.assignment (rep, at) where ended_at is null;
drop index leadbaton.assignment_open_by_rep;
