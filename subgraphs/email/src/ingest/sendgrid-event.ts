import { z } from 'zod';
import { latestSecond } from './event-details.ts';

/** What an event tells beside what makes it one: of another type than documented it is as if it were not told. */
const text = z.string().optional().catch(undefined);
const idLimit = 200;
const known = z.looseObject({
  email: z.string(),
  timestamp: z.coerce.number().positive().max(latestSecond),
  event: z.string(),
  sg_event_id: z.string().max(idLimit).optional().catch(undefined),
  sg_message_id: text,
  'smtp-id': text,
  useragent: text,
  ip: text,
  url: text,
  reason: text,
  status: text,
  response: text,
  type: text,
  subject: text,
  category: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  asm_group_id: z.coerce.number().int().optional().catch(undefined),
  marketing_campaign_name: text,
  sg_machine_open: z.boolean().optional().catch(undefined),
});
export type SendGridEvent = z.output<typeof known>;

/** Fields with a place of their own; all others are the sender's custom arguments, which SendGrid flattens into the event. */
export const placed: ReadonlySet<string> = new Set(Object.keys(known.shape));

/** Undefined for an element that is no event. */
export const readSendGridEvent = (element: unknown): SendGridEvent | undefined =>
  isAsDocumented(element) ? element : readBySchema(element);

export const readBySchema = (element: unknown): SendGridEvent | undefined => known.safeParse(element).data;

/**
 * Whether every field is of the type it is documented with, so that nothing is left for the schema to correct: what it would
 * give is the element itself. Events come by the million and nearly all are so; the schema takes three times as long to find out.
 * A test holds both ways equal.
 */
export function isAsDocumented(element: unknown): element is SendGridEvent {
  // The schema leaves out a field of this name.
  if (typeof element !== 'object' || element === null || Object.hasOwn(element, '__proto__')) return false;
  const event = Object(element);
  return (
    typeof event.email === 'string' &&
    typeof event.timestamp === 'number' &&
    event.timestamp > 0 &&
    event.timestamp <= latestSecond &&
    typeof event.event === 'string' &&
    isText(event.sg_event_id) &&
    (event.sg_event_id === undefined || event.sg_event_id.length <= idLimit) &&
    isText(event.sg_message_id) &&
    isText(event['smtp-id']) &&
    isText(event.useragent) &&
    isText(event.ip) &&
    isText(event.url) &&
    isText(event.reason) &&
    isText(event.status) &&
    isText(event.response) &&
    isText(event.type) &&
    isText(event.subject) &&
    isCategory(event.category) &&
    (event.asm_group_id === undefined || Number.isSafeInteger(event.asm_group_id)) &&
    isText(event.marketing_campaign_name) &&
    (event.sg_machine_open === undefined || typeof event.sg_machine_open === 'boolean')
  );
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isCategory = (value: unknown): boolean => isText(value) || (Array.isArray(value) && value.every(isString));
const isString = (value: unknown): boolean => typeof value === 'string';
