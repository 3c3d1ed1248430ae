import type { ChannelEvent } from '../event.ts';

/** Characters of a message's id. */
const messageIdLimit = 200;
/** In JSON: a NUL, or half of a character that is written as two. */
const suspect = /\\u(?:0000|d[89a-f])/i;
const unpaired = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * An event as the database can hold it: without NUL and half characters, whatever a person or a program wrote. An event that
 * cannot be stored would come again for ever.
 */
export function storable(event: ChannelEvent): ChannelEvent {
  const messageId = event.messageId?.slice(0, messageIdLimit) ?? null;
  if (!suspect.test(JSON.stringify(event))) return { ...event, messageId };
  return {
    ...event,
    address: event.address === null ? null : clean(event.address),
    messageId: messageId === null ? null : clean(messageId),
    details: Object(cleaned(event.details)),
    acquisition: { ...event.acquisition, detail: clean(event.acquisition.detail) },
  };
}

const clean = (text: string): string => text.replaceAll('\u0000', '').replace(unpaired, '\ufffd');

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [clean(name), cleaned(each)]));
}
