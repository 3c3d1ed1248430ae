import type { ContactBits } from '@ucp/kit/contact-bits';
import type { Filter, MessageToSend } from '../domain/definition.ts';

/**
 * The other parts as automation needs them, by what they are asked for; who answers, the supergraph says. None of it is called
 * within a transaction. Contacts are numbers under which identity shows them now. Every call throws CodedError
 * SUBGRAPH_UNAVAILABLE while who answers is away: nothing was decided, and it is asked again later.
 */
export interface Peers {
  readonly filters: Filters;
  readonly channels: Channels;
  readonly people: People;
  readonly segments: Segments;
}

/** Who matches filters, by profile. */
export interface Filters {
  /**
   * Who matches each, in the order asked; archived contacts match none. Null for one that cannot be asked any more, as when the
   * field it asks for was removed: `problems` says why, and the others are answered all the same.
   * @param contactNos null: the whole account
   */
  readonly matches: (
    account: number,
    filters: readonly Filter[],
    contactNos: readonly number[] | null,
  ) => Promise<readonly (ContactBits | null)[]>;
  /** What is wrong with each, in the order asked; null: it can be asked. */
  readonly problems: (account: number, filters: readonly Filter[]) => Promise<readonly (FilterProblem | null)[]>;
}

export interface FilterProblem {
  /** Place within the filter, from its top: `['all', '1', 'field', 'key']`. Empty: the filter as a whole. */
  readonly path: readonly string[];
  readonly message: string;
}

/** A message of a workflow. */
export interface Send {
  readonly contactNo: number;
  /** The same again is the same message: it is answered as it is by now, and nothing is sent twice. */
  readonly idempotencyKey: string;
  /** Its channel is the one that is asked. */
  readonly message: MessageToSend;
}

/** What a channel made of a message: it has it, or it cannot take it, whatever the rules say. */
export type SendAnswer =
  | {
      readonly is: 'ASKED';
      readonly sendId: string;
      /** As it is by now: QUEUED where it was asked for just now, or SKIPPED where a rule speaks against it for good. */
      readonly status: 'QUEUED' | 'SKIPPED' | 'SENT' | 'FAILED';
      /** The rule; null unless skipped. */
      readonly skippedBecause: string | null;
      /** While it waits: not before when it leaves. */
      readonly dueAt: Date | null;
      /** When it was handed to the provider. Null: not yet, or never. */
      readonly sentAt: Date | null;
    }
  | {
      readonly is: 'REFUSED';
      /** In one sentence: the template is gone, the key came before with something else, nobody has this contact. */
      readonly because: string;
    };

/** Sending, by the channels that send. */
export interface Channels {
  /** Names of all channels there are, in capitals. */
  readonly names: readonly string[];
  /** Names of those that send messages of their own. */
  readonly sending: readonly string[];
  /** What became of each, in the order asked; any number. A channel that is none refuses all. */
  readonly sendEach: (account: number, channel: string, sends: readonly Send[]) => Promise<readonly SendAnswer[]>;
  /** What keeps each from being sent to anybody, in one sentence; null: nothing. */
  readonly problems: (account: number, messages: readonly MessageToSend[]) => Promise<readonly (string | null)[]>;
}

export interface PersonFacts {
  /** Values by field, as JSON has them: a date as `2026-03-01`. A field that is empty or is none is absent. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** IANA name: the contact's own, else by the number, else the account's. */
  readonly timeZone: string;
}

export interface FieldToSet {
  readonly contactNo: number;
  readonly field: string;
  /** Null empties it. */
  readonly value: unknown;
}

export interface TagsToSet {
  readonly contactNo: number;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A use of a field: as a day, or to be set to a value. */
export type FieldUse =
  | { readonly is: 'DAY'; readonly field: string }
  | { readonly is: 'SET'; readonly field: string; readonly value: unknown };

/** Days of a date field; `yearly`: their day and month count. */
export interface DaysOfField {
  readonly field: string;
  /** `2026-03-01` */
  readonly days: readonly string[];
  readonly yearly: boolean;
}

/** Contacts and their fields, by identity. */
export interface People {
  /** By contact. Absent: nobody has this number, or the contact was erased or archived. */
  readonly factsOf: (
    account: number,
    contactNos: readonly number[],
    fields: readonly string[],
  ) => Promise<ReadonlyMap<number, PersonFacts>>;
  /**
   * Sets fields in the name of a workflow; what is so already changes nothing.
   * @returns what kept each from being set, in the order asked; null: it is set
   */
  readonly setFields: (
    account: number,
    workflowId: string,
    changes: readonly FieldToSet[],
  ) => Promise<readonly (string | null)[]>;
  /** The same for tags. */
  readonly setTags: (
    account: number,
    workflowId: string,
    changes: readonly TagsToSet[],
  ) => Promise<readonly (string | null)[]>;
  /** What is wrong with each use of a field, in one sentence; null: nothing. */
  readonly fieldProblems: (account: number, uses: readonly FieldUse[]) => Promise<readonly (string | null)[]>;
  /** Who has one of these days in a field; archived contacts are left out. */
  readonly contactsOfDays: (account: number, days: DaysOfField) => Promise<ContactBits>;
  /** Time zone of the account, IANA name. */
  readonly timeZoneOf: (account: number) => Promise<string>;
}

/** Segments, by profile. */
export interface Segments {
  /**
   * Has who comes and goes noted from now on: a workflow listens. Idempotent.
   * @returns what keeps each from being listened to, in one sentence; null: nothing
   */
  readonly track: (account: number, segmentIds: readonly string[]) => Promise<readonly (string | null)[]>;
}
