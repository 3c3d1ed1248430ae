-- Hard bounces (kind 5) are few and decide whether an address is held: found without reading the rest of its activity.
create index activity_hard_bounce on activity (account_id, address_no, at) where kind = 5;
