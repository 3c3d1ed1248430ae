-- Until when a version is being published: what it names is in use meanwhile, though it is not live yet.
alter table workflow_version add column publishing_until timestamptz;
