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
/** What identity's journal tells a channel. */
export const identityEntry = z.discriminatedUnion('kind', [contactEntry, linkEntry, consentEntry]);

export type ContactEntry = z.output<typeof contactEntry>;
export type LinkEntry = z.output<typeof linkEntry>;
export type ConsentEntryStated = z.output<typeof consentEntry>;
