import { append, type Block, bytesOf, createEventLog, type EventLog, slicesBetween, takeOut } from './event-log.ts';

/** What happened to each address of an account, of one kind and by a person or a machine. */
export interface Column {
  /** Second of the last one by address number; `never` where there is none. */
  last: Int32Array;
  /** How many by address number. */
  total: Uint32Array;
  readonly log: EventLog;
}

/** Columns by their key. */
export type Columns = Map<number, Column>;

/** Second before all others, which no event has. */
export const never = -2_147_483_648;
/** Columns grow by this many addresses at least. */
const growth = 1_024;

/** Of events of a kind, by its number, that a machine did or did not. */
export const columnKey = (kind: number, machine: boolean): number => kind * 2 + Number(machine);

export const createColumn = (log: EventLog = createEventLog()): Column => ({
  last: new Int32Array(0),
  total: new Uint32Array(0),
  log,
});

export function columnOf(columns: Columns, key: number): Column {
  let column = columns.get(key);
  if (column === undefined) {
    column = createColumn();
    columns.set(key, column);
  }
  return column;
}

export function add(column: Column, second: number, address: number): void {
  note(column, second, address);
  append(column.log, second, address);
}

/** Keeps last and total of an event that the log has. */
export function note(column: Column, second: number, address: number): void {
  if (address >= column.last.length) grow(column, address);
  if (second > (column.last[address] ?? never)) column.last[address] = second;
  column.total[address] = (column.total[address] ?? 0) + 1;
}

function grow(column: Column, address: number): void {
  const size = Math.ceil(Math.max(address + 1, column.last.length * 1.125) / growth) * growth;
  const last = new Int32Array(size).fill(never, column.last.length);
  last.set(column.last);
  const total = new Uint32Array(size);
  total.set(column.total);
  Object.assign(column, { last, total });
}

export interface Happened {
  readonly second: number;
  readonly address: number;
}

/** Takes events out that are there, and finds anew which is the last of their addresses. */
export function remove(column: Column, events: readonly Happened[]): void {
  for (const { second, address } of events) {
    if (!takeOut(column.log, second, address)) throw new Error('an event to take out is not in the index');
    column.total[address] = (column.total[address] ?? 0) - 1;
    column.last[address] = never;
  }
  const open = new Uint8Array(column.last.length);
  for (const { address } of events) open[address] = Number((column.total[address] ?? 0) > 0);
  let left = open.reduce((sum, each) => sum + each, 0);
  const { blocks, tail } = column.log;
  const meet = ({ seconds, addresses }: Block | EventLog['tail'], i: number): boolean => {
    const address = addresses[i] ?? 0;
    if (open[address] !== 1) return false;
    column.last[address] = Math.max(column.last[address] ?? never, seconds[i] ?? never);
    return true;
  };
  for (let i = 0; i < tail.length; i++) meet(tail, i);
  for (let no = blocks.length - 1; no >= 0 && left > 0; no--) {
    const block = blocks[no];
    for (let i = (block?.length ?? 0) - 1; block !== undefined && i >= 0; i--) {
      if (!meet(block, i)) continue;
      // Blocks are in order: what is met first is the last there.
      open[block.addresses[i] ?? 0] = 0;
      left--;
    }
  }
}

/** Events behind a second, taken out. */
export function removeAfter(column: Column, second: number): Happened[] {
  const events = slicesBetween(column.log, second + 1, null).flatMap(({ seconds, addresses, from, to }) =>
    Array.from({ length: to - from }, (_, i) => ({
      second: seconds[from + i] ?? 0,
      address: addresses[from + i] ?? 0,
    })),
  );
  if (events.length > 0) remove(column, events);
  return events;
}

export const columnBytes = (column: Column): number => column.last.length * 8 + bytesOf(column.log);
