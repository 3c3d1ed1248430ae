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
/** Columns of one account, those asked last: each takes nine bytes a contact. */
export const mostColumns = 16;

export const createVerdicts = (): Verdicts => ({
  columns: new Map(),
  watching: new Set(),
  statuses: [],
  finding: Promise.resolve(),
  asOf: 0,
  found: 0,
});

/** The column of a name, with room for contacts below a number. */
export function verdictColumn(
  { columns }: Verdicts,
  name: string,
  below: number,
  judge: (facts: ContactFacts) => number,
): VerdictColumn {
  const column = columns.get(name) ?? { judge, values: new Uint8Array(0), until: new Float64Array(0) };
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
  return column;
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
export function openOf(columns: readonly VerdictColumn[], contacts: Uint32Array, now: number): Uint32Array {
  const open = new Uint32Array(countBits(contacts));
  let count = 0;
  for (const no of openAmong(columns, contacts, now)) open[count++] = no;
  return open.subarray(0, count);
}

/** Whether there is any. */
export const isAnyOpen = (columns: readonly VerdictColumn[], contacts: Uint32Array, now: number): boolean =>
  openAmong(columns, contacts, now).next().done !== true;

function* openAmong(columns: readonly VerdictColumn[], contacts: Uint32Array, now: number): Generator<number, void> {
  for (let i = 0; i < contacts.length; i++)
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) {
      const no = i * 32 + 31 - Math.clz32(word & -word);
      if (columns.some(({ values, until }) => values[no] === unknown || (until[no] ?? 0) <= now)) yield no;
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
  }
}

/** Contacts whose value is one of some, as bits. */
export function withValue({ values }: VerdictColumn, wanted: ReadonlySet<number>): Uint32Array {
  const isWanted = Uint8Array.from({ length: 256 }, (_, value) => Number(wanted.has(value)));
  const bits = new Uint32Array((values.length + 31) >>> 5);
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) word |= (isWanted[values[i * 32 + k] ?? 0] ?? 0) << k;
    bits[i] = word;
  }
  return bits;
}

export const verdictBytes = ({ columns }: Verdicts): number =>
  [...columns.values()].reduce((sum, { values }) => sum + values.length * 9, 0);

export function statusNo({ statuses }: Verdicts, status: string): number {
  if (!statuses.includes(status)) statuses.push(status);
  return statuses.indexOf(status);
}
