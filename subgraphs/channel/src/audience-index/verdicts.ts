import { countBits } from '@ucp/kit/contact-bits';
import type { ContactFacts } from '../domain/facts.ts';
import { standsUntil } from '../domain/stands-until.ts';

/**
 * What follows from the facts of each contact, a small number each, kept as long as nothing is said of the contact and no moment of
 * its facts has come. To read and judge the facts of a million contacts takes minutes.
 */
export interface VerdictColumn {
  judge: (facts: ContactFacts) => number;
  /** By contact number: `unknown`, `nobody` for one without facts, else `first` and more. */
  values: Uint8Array;
  /** When the value is to be found anew, by contact number; in milliseconds since 1970. */
  until: Float64Array;
  /** Since when, while questions ask for it; else null. */
  since: Since | null;
}

/** Since when verdicts hold: four bytes a contact, which only an account has that asks for them. */
export interface Since {
  /** Null until a question brings it, after a start. */
  of: ((facts: ContactFacts) => number) | null;
  /** Second by contact number, `ever`, or `unread`: what was judged before anybody asked is read when it matters. */
  seconds: Int32Array;
  /** When it was asked for last, in milliseconds since 1970. */
  asked: number;
}

/** What a question needs of a column: where it asks since when, of the verdicts that count. */
export interface Needed {
  readonly column: VerdictColumn;
  /** By the value, 1 or 0; null where nobody asks since when. */
  readonly since: Uint8Array | null;
}

export interface Verdicts {
  /** By what they tell; the one asked last is the last. */
  readonly columns: Map<string, VerdictColumn>;
  /** Contacts that something was said of while others read facts: what these read of them may be old. */
  readonly watching: Set<Set<number>>;
  /** Statuses by their number. */
  readonly statuses: string[];
  /** Those who find verdicts take turns: the next one finds most of them there. */
  finding: Promise<void>;
  /** Rev of identity's journal whose merges the facts they were found by knew, at the most. */
  asOf: number;
  /** How many were found that no snapshot has. */
  found: number;
}

const unknown = 0;
export const nobody = 1;
export const first = 2;
/** Columns of one account, those asked last: each takes nine bytes a contact, and four more that tells since when. */
export const mostColumns = 16;
/** Seconds of a verdict that was not asked since when it holds, and of one that nothing brought about: both before all others. */
const unread = -2_147_483_648;
export const ever = unread + 1;
/** Since when is forgotten that nobody has asked for so long, in milliseconds. */
const sinceKept = 86_400_000;

export const createVerdicts = (): Verdicts => ({
  columns: new Map(),
  watching: new Set(),
  statuses: [],
  finding: Promise.resolve(),
  asOf: 0,
  found: 0,
});

/** How a column is filled: what each contact is, and, where it is asked, since when. */
export interface Judge {
  readonly judge: VerdictColumn['judge'];
  readonly since: Since['of'] | null;
}

/** The column of a name, with room for contacts below a number. */
export function verdictColumn(
  { columns }: Verdicts,
  name: string,
  below: number,
  { judge, since }: Judge,
  now: number,
): VerdictColumn {
  const column = columns.get(name) ?? { judge, values: new Uint8Array(0), until: new Float64Array(0), since: null };
  column.judge = judge;
  columns.delete(name);
  for (const oldest of columns.keys()) if (columns.size >= mostColumns) columns.delete(oldest);
  columns.set(name, column);
  if (column.values.length < below) {
    const [values, until] = [new Uint8Array(below), new Float64Array(below)];
    values.set(column.values);
    until.set(column.until);
    Object.assign(column, { values, until });
  }
  keepSince(column, since, now);
  return column;
}

function keepSince(column: VerdictColumn, of: Since['of'] | null, now: number): void {
  const { since, values } = column;
  if (of !== null) {
    const known = since?.seconds ?? new Int32Array(0);
    column.since = { of, seconds: known, asked: now };
  } else if (since !== null && now - since.asked > sinceKept) column.since = null;
  if (column.since === null || column.since.seconds.length === values.length) return;
  const seconds = new Int32Array(values.length).fill(unread);
  seconds.set(column.since.seconds);
  column.since.seconds = seconds;
}

/** Contacts are to be judged anew. */
export function forget({ columns, watching }: Verdicts, contacts: Iterable<number>): void {
  for (const no of contacts) {
    for (const { values } of columns.values()) if (no < values.length) values[no] = unknown;
    for (const seen of watching) seen.add(no);
  }
}

/** All are: what is common to them changed. */
export const forgetAll = ({ columns }: Verdicts): void => columns.clear();

/** Of these contacts those whose verdict has to be found. A million of them in a list of numbers would stay in the way of the collector. */
export function openOf(needed: readonly Needed[], contacts: Uint32Array, now: number): Uint32Array {
  const open = new Uint32Array(countBits(contacts));
  let count = 0;
  for (const no of openAmong(needed, contacts, now)) open[count++] = no;
  return open.subarray(0, count);
}

/** Whether there is any. */
export const isAnyOpen = (needed: readonly Needed[], contacts: Uint32Array, now: number): boolean =>
  openAmong(needed, contacts, now).next().done !== true;

const isOpen = ({ column: { values, until, since }, since: counts }: Needed, no: number, now: number): boolean =>
  values[no] === unknown ||
  (until[no] ?? 0) <= now ||
  (counts !== null && counts[values[no] ?? unknown] === 1 && since?.seconds[no] === unread);

function* openAmong(needed: readonly Needed[], contacts: Uint32Array, now: number): Generator<number, void> {
  if (needed.length === 0) return;
  for (let i = 0; i < contacts.length; i++)
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) {
      const no = i * 32 + 31 - Math.clz32(word & -word);
      if (needed.some((each) => isOpen(each, no, now))) yield no;
    }
}

/**
 * Keeps what follows from facts. Those of another setting than the account's in memory tell of a moment that may be over without a
 * trace, as nothing is journaled of settings: it is judged again for the next question.
 * @param facts undefined for a contact that has none
 */
export function judge(
  columns: readonly VerdictColumn[],
  no: number,
  facts: ContactFacts | undefined,
  heldAfter: number | null,
): void {
  const isOfIndex = facts === undefined || facts.settings.heldAfter === heldAfter;
  const end = isOfIndex ? facts && standsUntil(facts) : facts.now;
  const until = end?.getTime() ?? Number.POSITIVE_INFINITY;
  for (const column of columns) {
    column.values[no] = facts === undefined ? nobody : first + column.judge(facts);
    column.until[no] = until;
    if (column.since !== null) column.since.seconds[no] = secondOf(column.since, facts);
  }
}

const secondOf = ({ of }: Since, facts: ContactFacts | undefined): number => {
  if (facts === undefined) return ever;
  return of === null ? unread : of(facts);
};

/** Values as a table: 1 for those that are wanted, else 0. */
export const tableOf = (wanted: ReadonlySet<number>): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, value) => Number(wanted.has(value)));

/** Contacts whose value is one of some, as bits. */
export function withValue({ values }: VerdictColumn, wanted: ReadonlySet<number>): Uint32Array {
  const isWanted = tableOf(wanted);
  const bits = new Uint32Array((values.length + 31) >>> 5);
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) word |= (isWanted[values[i * 32 + k] ?? 0] ?? 0) << k;
    bits[i] = word;
  }
  return bits;
}

/** Contacts whose verdict holds since a second or later, as bits. */
export function withSince({ since }: VerdictColumn, from: number): Uint32Array {
  const seconds = since?.seconds ?? new Int32Array(0);
  const bits = new Uint32Array((seconds.length + 31) >>> 5);
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) word |= Number((seconds[i * 32 + k] ?? unread) >= from) << k;
    bits[i] = word;
  }
  return bits;
}

export const verdictBytes = ({ columns }: Verdicts): number =>
  [...columns.values()].reduce(
    (sum, { values, since }) => sum + values.length * 9 + (since?.seconds.byteLength ?? 0),
    0,
  );

export function statusNo({ statuses }: Verdicts, status: string): number {
  if (!statuses.includes(status)) statuses.push(status);
  return statuses.indexOf(status);
}
