import type { ActivityHistory } from '../domain/activity-history.ts';
import type { StatusEntry } from '../domain/address-status.ts';
import type { ConsentEntry } from '../domain/consent.ts';
import type { DeliveryOutcome } from '../domain/deliverability.ts';
import type { TopicFact } from '../domain/facts.ts';
import type { SuppressionEntry } from '../domain/suppression.ts';
import type { ActivityRow } from './activity.ts';

/** Rows of the statement of facts, each a list of values, as the domain names them. */
export interface Member {
  readonly contactNo: number;
  readonly rootNo: number;
  readonly restrictedSince: Date | null;
  readonly objectionSince: Date | null;
  readonly erasedAt: Date | null;
  readonly primaryAddressNo: number | null;
  readonly now: Date;
}

export const dateOf = (value: unknown): Date => new Date(String(value));
const dateOrNull = (value: unknown): Date | null => (value === null ? null : dateOf(value));
export const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

export const memberOf = (row: readonly unknown[]): Member => ({
  contactNo: Number(row[0]),
  rootNo: Number(row[1]),
  restrictedSince: dateOrNull(row[2]),
  objectionSince: dateOrNull(row[3]),
  erasedAt: dateOrNull(row[4]),
  primaryAddressNo: row[5] === null ? null : Number(row[5]),
  now: dateOf(row[6]),
});

export const topicOf = (row: readonly unknown[]): TopicFact => ({
  topicNo: Number(row[0]),
  key: String(row[1]),
  name: String(row[2]),
});

export const consentOf = (row: readonly unknown[]): ConsentEntry => ({
  entryId: String(row[1]),
  topicNo: Number(row[2]),
  state: row[3] as ConsentEntry['state'],
  method: row[4] as ConsentEntry['method'],
  occurredAt: dateOf(row[5]),
  recordedAt: dateOf(row[6]),
  actor: String(row[7]),
  statedText: textOrNull(row[8]),
  statedTextVersion: textOrNull(row[9]),
  ip: textOrNull(row[10]),
  userAgent: textOrNull(row[11]),
  validUntil: dateOrNull(row[12]),
  grantUntil: dateOrNull(row[13]),
  retractedAt: dateOrNull(row[14]),
});

export const suppressionOf = (row: readonly unknown[]): SuppressionEntry => ({
  entryId: String(row[1]),
  reason: row[2] as SuppressionEntry['reason'],
  occurredAt: dateOf(row[3]),
  detail: textOrNull(row[4]),
  retractedAt: dateOrNull(row[5]),
});

export const statusOf = (row: readonly unknown[]): StatusEntry => ({
  status: row[1] as StatusEntry['status'],
  occurredAt: dateOf(row[2]),
  reason: String(row[3]),
  actor: String(row[4]),
  bulk: row[5] === true,
});

export const outcomeOf = (row: readonly unknown[]): DeliveryOutcome => ({
  at: dateOf(row[1]),
  bounced: row[2] === true,
  message: String(row[3]),
});

export const newestOf = (asked: number, row: readonly unknown[], nameOf: (kind: number) => string): ActivityRow => ({
  asked,
  eventId: String(row[1]),
  at: dateOf(row[2]),
  kind: nameOf(Number(row[3])),
  machine: row[4] === true,
  messageId: textOrNull(row[5]),
  details: row[6] as ActivityRow['details'],
});

export const historyOf = (row: readonly unknown[], nameOf: (kind: number) => string): ActivityHistory => {
  const [keys, moments] = [numbersOf(row[3]), numbersOf(row[2])];
  return {
    rootNo: Number(row[0]),
    now: dateOf(row[1]),
    events: moments.map((ms, i) => {
      const key = keys[i] ?? 0;
      return { at: new Date(ms), kind: nameOf(key >> 1), machine: (key & 1) === 1 };
    }),
  };
};

const numbersOf = (list: unknown): number[] => (Array.isArray(list) ? list.map(Number) : []);
