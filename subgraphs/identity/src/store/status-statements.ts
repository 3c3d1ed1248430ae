import { createHash } from 'node:crypto';
import type { JournalWrite } from '@ucp/kit/journal';
import type { StatedStatus } from '../domain/record.ts';

/** What is said again later is another statement: of one file too, whose rows have one time and are taken in one after the other. */
const keyOf = ({ identifierKind, value, status, occurredAt }: StatedStatus, recordedAt: Date): string =>
  createHash('sha256')
    .update(JSON.stringify([identifierKind, value, status, occurredAt, recordedAt]))
    .digest('base64url');

/** Keeps what files say of the status of addresses, for their channels to read in the journal. */
export const statusWrites = (account: number, statements: readonly StatedStatus[], now: Date): JournalWrite[] =>
  statements.length === 0
    ? []
    : [
        {
          name: 'statuses',
          text: `insert into status_statement (account_id, key, identifier_kind, value, given, status, occurred_at, reason, actor, recorded_at, rev)
            select $1::int, s.*, $2::timestamptz, stamp.rev from stamp, unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
              $8::timestamptz[], $9::text[], $10::text[]) as s(key, identifier_kind, value, given, status, occurred_at, reason, actor)
            on conflict do nothing`,
          values: [
            account,
            now,
            statements.map((statement) => keyOf(statement, now)),
            statements.map(({ identifierKind }) => identifierKind),
            statements.map(({ value }) => value),
            statements.map(({ given }) => given),
            statements.map(({ status }) => status),
            statements.map(({ occurredAt }) => occurredAt),
            statements.map(({ reason }) => reason),
            statements.map(({ actor }) => actor),
          ],
        },
      ];
