-- Clicks (kind 4) are judged by those around them: found by time, without reading what else happened then.
create index activity_click on activity (account_id, at) where kind = 4;
