import type { JournalEntry } from '@ucp/kit/journal';
import { z } from 'zod';

const moment = z.string().transform((text) => new Date(text));
const momentOrNull = moment.nullable();
const text = z.string().nullable();

const contactEntry = z.object({
  kind: z.literal('CONTACT'),
  contactNo: z.number().int(),
  rootNo: z.number().int(),
  restrictedSince: momentOrNull,
  objectionSince: momentOrNull,
  erasedAt: momentOrNull,
  primaries: z.record(z.string(), z.string()),
});
const linkEntry = z.object({
  kind: z.literal('LINK'),
  identifierKind: z.string(),
  value: z.string(),
  given: z.string(),
  contactNo: z.number().int().nullable(),
  firstSeenAt: moment,
  place: z.number().int(),
});
const consentEntry = z.object({
  kind: z.literal('CONSENT_STATED'),
  identifierKind: z.string(),
  value: z.string(),
  given: z.string(),
  topic: text,
  state: z.enum(['GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING']),
  method: z.enum(['FORM', 'KEYWORD', 'IMPORT', 'API', 'PREFERENCE_CENTER', 'ONE_CLICK', 'AGENT']),
  occurredAt: moment,
  recordedAt: moment,
  statedText: text,
  statedTextVersion: text,
  ip: text,
  userAgent: text,
  actor: z.string(),
  validUntil: momentOrNull,
  key: z.string(),
});
const statusEntry = z.object({
  kind: z.literal('STATUS_STATED'),
  identifierKind: z.string(),
  value: z.string(),
  given: z.string(),
  status: z.enum(['NORMAL', 'EXPIRED', 'HELD']),
  occurredAt: moment,
  recordedAt: moment,
  reason: z.string(),
  actor: z.string(),
  key: z.string(),
});
const accountEntry = z.object({ kind: z.literal('ACCOUNT'), defaultRegion: z.string(), timeZone: z.string() });
const told = [contactEntry, linkEntry, consentEntry, statusEntry, accountEntry] as const;
const identityEntry = z.discriminatedUnion('kind', told);
/** What a channel reads of identity's journal. */
export const identityKinds: readonly string[] = told.map(({ shape }) => shape.kind.value);
const kinds = new Set(identityKinds);

/**
 * What identity's journal tells a channel. Kinds that are not the channel's business are passed over.
 * @throws ZodError for an entry of a known kind in a shape that is not: a fold that dropped it would lose a link or a refusal
 */
export const identityEntries = (entries: readonly JournalEntry[]) =>
  entries.flatMap((each) => (kinds.has(each.kind) ? identityEntry.parse(each) : []));

export type ContactEntry = z.output<typeof contactEntry>;
export type LinkEntry = z.output<typeof linkEntry>;
export type ConsentEntryStated = z.output<typeof consentEntry>;
export type StatusEntryStated = z.output<typeof statusEntry>;
export type AccountEntry = z.output<typeof accountEntry>;
