import type { AddressState, ChannelEvent, Reaction } from './event.ts';

/** What makes one channel different from another, as data. */
export interface ChannelKind {
  /** In capitals: `EMAIL`. */
  readonly name: string;
  /** Kind of the identifier that is its address. */
  readonly identifierKind: string;
  /** The address as it is matched and as it is shown, or a sentence that says why it is none. */
  readonly normalise: (
    text: string,
  ) => { readonly value: string; readonly given: string } | { readonly refused: string };
  /** Kinds of activity. Their place in the list is their number in the database: append only. */
  readonly kinds: readonly string[];
  /** Kinds that are the person's own doing. */
  readonly engaged: readonly string[];
  /** Kinds whose consequences `react` decides. */
  readonly reactsTo: readonly string[];
  readonly react: (event: ChannelEvent, state: AddressState) => Reaction;
  /** One line for people. */
  readonly summarise: (kind: string, details: Readonly<Record<string, unknown>>, machine: boolean) => string;
  /** Hard bounces over distinct messages after which an address is held; null where addresses are never held. */
  readonly heldAfter: number | null;
  /** How clicks of machines are told from the clicks around them; null where none are. */
  readonly clicks: ClickRule | null;
  /** Whether events may come without an address, which then is the one other events of their message name. */
  readonly assignsByMessage: boolean;
}

/** What a click is judged by beside itself. */
export interface ClickRule {
  readonly clicked: string;
  readonly delivered: string;
  /** Whether a program names itself so that a person uses rarely: a click by it right after the delivery is a machine's. */
  readonly isSuspect: (userAgent: string) => boolean;
}

/** Number of an activity kind in the database. @throws Error for a kind the channel does not have */
export function kindNo(channel: ChannelKind, kind: string): number {
  const place = channel.kinds.indexOf(kind);
  if (place < 0) throw new Error(`${channel.name} has no activity of kind ${kind}`);
  return place + 1;
}

export const kindName = (channel: ChannelKind, no: number): string => channel.kinds[no - 1] ?? 'UNKNOWN';
