-- Order of addresses first seen at the same time, as identity has it: the row of a file.
alter table link add column place integer not null default 0;
