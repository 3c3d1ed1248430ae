import type { ChannelSettings } from './domain/settings.ts';
import type { AddressState, ChannelEvent, Reaction } from './event.ts';

/** Where an address tells its owner to be. */
export interface Place {
  /** IANA names of all zones that are possible; empty where the address tells nothing. */
  readonly timeZones: readonly string[];
  /** ISO 3166: the country and, where known, its part, for example `US` and `US-FL`. */
  readonly regions: readonly string[];
}

/** Of an address that tells nothing of where its owner is. */
export const nowhere: Place = { timeZones: [], regions: [] };

/** What makes one channel different from another, as data. */
export interface ChannelKind {
  /** In capitals: `EMAIL`. */
  readonly name: string;
  /** For people: `Email`. */
  readonly title: string;
  /** Kind of the identifier that is its address. */
  readonly identifierKind: string;
  /**
   * The address as it is matched and as it is shown, or a sentence that says why it is none.
   * @param region ISO 3166, in which an address that needs one is read; null: such an address is refused
   */
  readonly normalise: (
    text: string,
    region: string | null,
  ) => { readonly value: string; readonly given: string } | { readonly refused: string };
  /** Kinds of activity. Their place in the list is their number in the database: append only. */
  readonly kinds: readonly string[];
  /** Kinds that are the person's own doing. */
  readonly engaged: readonly string[];
  /** Kinds by which a person answers what was sent last. Default: none. */
  readonly answers?: readonly string[];
  /** Kinds whose consequences `react` decides. */
  readonly reactsTo: readonly string[];
  readonly react: (event: ChannelEvent, state: AddressState) => Reaction;
  /** One line for people. */
  readonly summarise: (kind: string, details: Readonly<Record<string, unknown>>, machine: boolean) => string;
  /** What holds where the account has set nothing. With `heldAfter` null addresses are never held. */
  readonly presets: ChannelSettings;
  readonly placeOf: (value: string) => Place;
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
