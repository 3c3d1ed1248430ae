import type { StatedStatus } from '../domain/record.ts';

/** What a word of a status column comes to. */
type Meaning = StatedStatus['status'] | 'WITHDRAWN' | 'NOTHING';

/**
 * Statuses as the channels show them. Those that a file cannot set change nothing: a subscription needs evidence, which has columns
 * of its own, and the rest is what happened at the address.
 */
const words: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  EMAIL: { NORMAL: 'NORMAL', EXPIRED: 'EXPIRED', HELD: 'HELD', UNSUBSCRIBED: 'WITHDRAWN', UNCONFIRMED: 'NOTHING' },
  MOBILE: {
    UNSUBSCRIBED: 'WITHDRAWN',
    SUBSCRIBED: 'NOTHING',
    PENDING: 'NOTHING',
    NEVER_SUBSCRIBED: 'NOTHING',
    UNDELIVERABLE: 'NOTHING',
  },
};

/** The meaning of a cell of a status column, or a sentence that says what it may be. */
export function statusMeaning(kind: string, text: string): Meaning | { readonly refused: string } {
  const known = words[kind] ?? {};
  const word = text.trim().toUpperCase().replace(/[ -]+/g, '_');
  const meaning = Object.hasOwn(known, word) ? known[word] : undefined;
  return (
    meaning ?? { refused: `A status is one of ${Object.keys(known).join(', ')}, got "${text.trim().slice(0, 50)}"` }
  );
}

/** Of what rows taken in at once say of an address, that which holds: HELD if any does, else the last. */
export function lastStatuses(statements: readonly StatedStatus[]): StatedStatus[] {
  const last = new Map<string, StatedStatus>();
  for (const each of statements) {
    const address = `${each.identifierKind} ${each.value}`;
    if (last.get(address)?.status !== 'HELD') last.set(address, each);
  }
  return [...last.values()];
}
