-- Messages that left, by when that was written: what came before is told once more, as it is known only then whose it is.
create index message_sent_aside on message (account_id, rev) where campaign_no = 0 and state = 'SENT';
