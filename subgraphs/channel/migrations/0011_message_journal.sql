-- Messages that ended without a trace in the log of an address, for those who follow what became of them.
create index message_ended_aside on message (account_id, rev)
  where campaign_no = 0 and (state = 'CANCELED' or state = 'SKIPPED' and address_no is null);
