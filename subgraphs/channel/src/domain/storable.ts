import type { ChannelEvent } from '../event.ts';

/** Characters of a message's id. */
const messageIdLimit = 200;

/**
 * An event as the database can hold it: without NUL and half characters, whatever a person or a program wrote. An event that
 * cannot be stored would come again for ever.
 */
export function storable(event: ChannelEvent): ChannelEvent {
  const messageId = event.messageId?.slice(0, messageIdLimit) ?? null;
  const { address, details, acquisition } = event;
  if ([address, messageId, acquisition.detail, details].every(isClean))
    return messageId === event.messageId ? event : { ...event, messageId };
  return {
    ...event,
    address: address === null ? null : clean(address),
    messageId: messageId === null ? null : clean(messageId),
    details: Object(cleaned(details)),
    acquisition: { ...acquisition, detail: clean(acquisition.detail) },
  };
}

/** Almost everything is. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isClean);
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (!isClean(name) || !isClean(Object(value)[name])) return false;
  return true;
}

const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [clean(name), cleaned(each)]));
}
