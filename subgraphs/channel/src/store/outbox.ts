import type { Database, Statement } from '@ucp/kit/database';

export interface OutboxRow {
  readonly messageNo: number;
  readonly at: Date;
  readonly to: string;
  readonly content: unknown;
  readonly [column: string]: unknown;
}

const insert: Statement = {
  name: 'outbox_insert',
  text: `/* outbox_insert */ insert into outbox_message (account_id, message_no, at, recipient, content) values ($1, $2, now() + $5::interval, $3, $4)
    on conflict do nothing`,
};
const known: Statement = {
  name: 'outbox_known',
  text: '/* outbox_known */ select 1 as known from outbox_message where account_id = $1 and message_no = $2',
};
const below: Statement = {
  name: 'outbox_below',
  text: `/* outbox_below */ select message_no as "messageNo", at, recipient as to, content from outbox_message
    where account_id = $1 and message_no < $2 order by message_no desc limit $3`,
};

/** Keeps a message; the same one again changes nothing. */
export const keepInOutbox = (
  db: Database,
  account: number,
  message: { readonly messageNo: number; readonly to: string; readonly content: unknown },
): Promise<unknown> =>
  db.write(insert, [account, message.messageNo, message.to, JSON.stringify(message.content), db.clockOffset()]);

export const isInOutbox = async (db: Database, account: number, messageNo: number): Promise<boolean> =>
  (await db.readAside(known, [account, messageNo])).length > 0;

/** Newest first, below a number. */
export const outboxBelow = (db: Database, account: number, before: number, first: number): Promise<OutboxRow[]> =>
  db.read<OutboxRow>(below, [account, before, first]);
