import { isStorable } from '@ucp/kit/storable-text';
import type { ChannelEvent } from '../event.ts';

/** Characters of a message's id. */
const messageIdLimit = 200;

export interface Storable {
  readonly event: ChannelEvent;
  /** Its details as JSON. */
  readonly json: string;
}

/**
 * An event as the database can hold it: without NUL and half characters, whatever a person or a program wrote. An event that
 * cannot be stored would come again for ever.
 */
export function storable(event: ChannelEvent): Storable {
  const messageId = event.messageId?.slice(0, messageIdLimit) ?? null;
  const { address, details, acquisition } = event;
  const json = JSON.stringify(details);
  if (isClean(address) && isClean(messageId) && isClean(acquisition.detail) && isCleanJson(json))
    return { event: messageId === event.messageId ? event : { ...event, messageId }, json };
  const cleanDetails = Object(cleaned(details));
  return {
    event: {
      ...event,
      address: address === null ? null : clean(address),
      messageId: messageId === null ? null : clean(messageId),
      details: cleanDetails,
      acquisition: { ...acquisition, detail: clean(acquisition.detail) },
    },
    json: JSON.stringify(cleanDetails),
  };
}

const isClean = (text: string | null): boolean => text === null || isStorable(text);

/** NUL and half characters are written as escapes, as few other characters are. Almost everything is clean. */
const isCleanJson = (json: string): boolean => !json.includes('\\u');

const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [clean(name), cleaned(each)]));
}
