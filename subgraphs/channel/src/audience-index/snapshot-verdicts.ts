import type { AccountIndex } from './account-index.ts';
import type { Part } from './event-log.ts';
import type { ShownRoots } from './shown-roots.ts';
import { sumOf } from './snapshot-layout.ts';
import { forget, type Since, type VerdictColumn, type Verdicts } from './verdicts.ts';

/** What a snapshot has of verdicts. They are of use to the code that found them only: a rule that changed may say otherwise. */
export interface VerdictsState {
  readonly code: string;
  /** The setting they follow from. */
  readonly heldAfter: number | null;
  readonly statuses: readonly string[];
  /** The one asked last is the last; `length` is that of contacts. Where it was asked since when verdicts hold, that too. */
  readonly columns: readonly { readonly name: string; readonly part: Part; readonly since: SinceState | null }[];
  /** As whom addresses and contacts were shown; `length` is that of addresses. Null without verdicts. */
  readonly roots: Part | null;
}

/** Since when verdicts hold, and when that was asked for last, in milliseconds since 1970. */
export interface SinceState {
  readonly part: Part;
  readonly asked: number;
}

export const partsOf = ({ roots, columns }: Pick<VerdictsState, 'roots' | 'columns'>): Part[] => [
  ...(roots === null ? [] : [roots]),
  ...columns.flatMap(({ part, since }) => (since === null ? [part] : [part, since.part])),
];

/** As whom each address and each contact is shown. */
export type Roots = Pick<ShownRoots, 'rootOf' | 'rootOfContact'>;

/** Verdicts as they are at one moment. */
export interface TakenVerdicts extends Pick<VerdictsState, 'heldAfter' | 'statuses'> {
  readonly columns: readonly (TakenPart & { readonly name: string; readonly since: TakenSince | null })[];
  readonly roots: TakenPart | null;
}

export interface TakenPart {
  readonly length: number;
  readonly bytes: Buffer;
}

export type TakenSince = TakenPart & Pick<SinceState, 'asked'>;

export const takeVerdicts = ({ verdicts, heldAfter, roots }: AccountIndex): TakenVerdicts => ({
  heldAfter,
  statuses: [...verdicts.statuses],
  columns: [...verdicts.columns].map(([name, column]) => ({
    name,
    length: column.values.length,
    bytes: bytesOfColumn(column),
    since: column.since === null ? null : takeSince(column.since),
  })),
  roots: verdicts.columns.size === 0 ? null : bytesOfRoots(roots),
});

/** Four bytes a contact, which the index goes on to change. */
const takeSince = ({ seconds, asked }: Since): TakenSince => ({
  length: seconds.length,
  bytes: Buffer.from(seconds.slice().buffer),
  asked,
});

/** @returns null for bytes that are not those the state tells of: it is found anew, where it matters */
function sinceOfBytes({ part: { length, sum }, asked }: SinceState, bytes: Buffer): Since | null {
  if (bytes.length !== length * 4 || sumOf(bytes) !== sum) return null;
  const seconds = new Int32Array(length);
  bytes.copy(Buffer.from(seconds.buffer));
  return { of: null, seconds, asked };
}

const bytesOfRoots = ({ rootOf, rootOfContact }: Roots): TakenPart => ({
  length: rootOf.length,
  bytes: Buffer.concat([rootOf, rootOfContact].map(({ buffer }) => new Uint8Array(buffer))),
});

function rootsOfBytes({ length, sum }: Part, bytes: Buffer): Roots | null {
  if (bytes.length < length * 4 || bytes.length % 4 !== 0 || sumOf(bytes) !== sum) return null;
  const numbers = (from: number, to: number): Int32Array => {
    const own = new Int32Array((to - from) / 4);
    bytes.copy(Buffer.from(own.buffer), 0, from, to);
    return own;
  };
  return { rootOf: numbers(0, length * 4), rootOfContact: numbers(length * 4, bytes.length) };
}

/** A byte a contact, then the contacts and moments of those that end, which are few. As every machine Node runs on keeps numbers. */
function bytesOfColumn({ values, until }: Pick<VerdictColumn, 'values' | 'until'>): Buffer {
  const ending: number[] = [];
  for (let no = 0; no < until.length; no++) if ((until[no] ?? 0) < Number.POSITIVE_INFINITY) ending.push(no);
  const moments = Float64Array.from(ending, (no) => until[no] ?? 0);
  return Buffer.concat([values, new Uint8Array(Int32Array.from(ending).buffer), new Uint8Array(moments.buffer)]);
}

/** @returns null for bytes that are not those the state tells of */
function columnOfBytes({ length, sum }: Part, bytes: Buffer): Pick<VerdictColumn, 'values' | 'until'> | null {
  const ending = (bytes.length - length) / 12;
  if (!Number.isInteger(ending) || ending < 0 || sumOf(bytes) !== sum) return null;
  const contacts = new Int32Array(ending);
  const moments = new Float64Array(ending);
  const [first, second] = [length, length + ending * 4];
  bytes.copy(Buffer.from(contacts.buffer), 0, first, second);
  bytes.copy(Buffer.from(moments.buffer), 0, second);
  const until = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  contacts.forEach((no, i) => {
    until[no] = moments[i] ?? 0;
  });
  return { values: Uint8Array.from(bytes.subarray(0, length)), until };
}

/**
 * Puts verdicts into an index as they were.
 * @returns as whom everybody was shown then; null when there are none that are of use
 */
export function bringVerdicts(
  index: AccountIndex,
  { heldAfter, statuses, columns, roots }: VerdictsState,
  bytesOf: (part: Part) => Buffer,
): Roots | null {
  const before = roots === null ? null : rootsOfBytes(roots, bytesOf(roots));
  if (before === null) return null;
  index.heldAfter = heldAfter;
  index.verdicts.statuses.push(...statuses);
  for (const { name, part, since: state } of columns) {
    const column = columnOfBytes(part, bytesOf(part));
    if (column === null) continue;
    const known = state === null ? null : sinceOfBytes(state, bytesOf(state.part));
    const since = known?.seconds.length === column.values.length ? known : null;
    // Who asks brings how it is judged.
    index.verdicts.columns.set(name, { judge: () => 0, ...column, since });
  }
  return before;
}

/** Contacts that gained or lost something since then are judged anew: news tell as whom somebody is shown, and not as whom before. */
export function forgetMoved(verdicts: Verdicts, before: Roots, now: Roots): void {
  if (verdicts.columns.size === 0) return;
  forget(verdicts, movedIn(before.rootOf, now.rootOf));
  forget(verdicts, movedIn(before.rootOfContact, now.rootOfContact));
}

function* movedIn(before: Int32Array, now: Int32Array): Generator<number> {
  for (let no = 0; no < Math.max(before.length, now.length); no++) {
    const [one, other] = [before[no] ?? 0, now[no] ?? 0];
    if (one !== other) yield* [one, other];
  }
}
