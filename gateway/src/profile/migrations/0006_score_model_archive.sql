-- A score model that is archived is in no list, and its name is free; the versions of a later one of the name go on from its own.
alter table score_model add column archived_at timestamptz;
