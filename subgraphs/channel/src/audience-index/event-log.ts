/**
 * Events of one kind in the order of their seconds: which address, when. Blocks of fixed size hold them without slack, eight bytes
 * an event. What comes late goes to a small tail without order and is merged into its blocks when that is full: to move everything
 * behind each late event took minutes.
 */
export interface EventLog {
  readonly blocks: Block[];
  /** Late ones, in the order in which they came. */
  readonly tail: { readonly seconds: Int32Array; readonly addresses: Int32Array; length: number };
}

/** What is in it stays as it is: more is appended behind, and any other change gives it new arrays. */
export interface Block {
  seconds: Int32Array;
  addresses: Int32Array;
  length: number;
  /** Where a snapshot has it; null: as it is now it was never written. */
  part: Part | null;
}

/** One block in a snapshot. */
export interface Part {
  readonly part: number;
  readonly length: number;
  /** CRC-32 of its bytes. */
  readonly sum: number;
}

/** Places of a log that are read in one go. */
export interface Slice {
  readonly seconds: Int32Array;
  readonly addresses: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Events of a full block: half a megabyte. */
export const blockSize = 65_536;
/** Events of a first block, which doubles until it is full. */
const firstSize = 256;
/** To merge rebuilds each block that gets one; to read passes over the whole tail. */
const tailSize = 4_096;

export const createEventLog = (blocks: Block[] = []): EventLog => ({
  blocks,
  tail: { seconds: new Int32Array(0), addresses: new Int32Array(0), length: 0 },
});

const emptyBlock = (): Block => ({
  seconds: new Int32Array(firstSize),
  addresses: new Int32Array(firstSize),
  length: 0,
  part: null,
});

export function append(log: EventLog, second: number, address: number): void {
  const { blocks } = log;
  let last = blocks[blocks.length - 1];
  if (last !== undefined && second < (last.seconds[last.length - 1] ?? 0)) {
    appendLate(log, second, address);
    return;
  }
  if (last === undefined || last.length >= blockSize) {
    last = emptyBlock();
    blocks.push(last);
  } else if (last.length === last.seconds.length) {
    const size = Math.min(blockSize, Math.max(firstSize, last.length * 2));
    last.seconds = enlarged(last.seconds, size);
    last.addresses = enlarged(last.addresses, size);
  }
  last.seconds[last.length] = second;
  last.addresses[last.length] = address;
  last.length++;
  last.part = null;
}

export function enlarged(numbers: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(numbers);
  return larger;
}

function appendLate(log: EventLog, second: number, address: number): void {
  if (log.tail.seconds.length === 0)
    Object.assign(log.tail, { seconds: new Int32Array(tailSize), addresses: new Int32Array(tailSize) });
  else if (log.tail.length === tailSize) mergeTail(log);
  const { tail } = log;
  tail.seconds[tail.length] = second;
  tail.addresses[tail.length] = address;
  tail.length++;
}

/** Puts the late ones where they belong. */
export function mergeTail(log: EventLog): void {
  const { tail, blocks } = log;
  if (blocks.length === 0) blocks.push(emptyBlock());
  const late = sortedBySecond(tail.seconds, tail.addresses, tail.length);
  tail.length = 0;
  let end = late.seconds.length;
  for (let no = blocks.length - 1; no >= 0 && end > 0; no--) {
    const block = blocks[no];
    if (block === undefined) continue;
    const since = no === 0 ? Number.NEGATIVE_INFINITY : (block.seconds[0] ?? 0);
    let begin = end;
    while (begin > 0 && (late.seconds[begin - 1] ?? 0) >= since) begin--;
    if (begin < end) blocks.splice(no, 1, ...merged(block, { ...late, from: begin, to: end }));
    end = begin;
  }
}

export function sortedBySecond(
  seconds: Int32Array,
  addresses: Int32Array,
  length: number,
): { readonly seconds: Int32Array; readonly addresses: Int32Array } {
  let least = 0;
  for (let i = 0; i < length; i++) least = Math.min(least, seconds[i] ?? 0);
  // Second and place in one number below 2^53: numbers are sorted without a call for each comparison.
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = ((seconds[i] ?? 0) - least) * length + i;
  keys.sort();
  const order = keys.map((key) => key % length);
  return {
    seconds: Int32Array.from(order, (i) => seconds[i] ?? 0),
    addresses: Int32Array.from(order, (i) => addresses[i] ?? 0),
  };
}

/** A block with some more, as many blocks as it then takes. */
function merged(block: Block, late: Slice): Block[] {
  const length = block.length + late.to - late.from;
  const seconds = new Int32Array(length);
  const addresses = new Int32Array(length);
  let [own, other] = [0, late.from];
  for (let i = 0; i < length; i++) {
    const isOwn = other === late.to || (own < block.length && (block.seconds[own] ?? 0) <= (late.seconds[other] ?? 0));
    seconds[i] = (isOwn ? block.seconds[own] : late.seconds[other]) ?? 0;
    addresses[i] = (isOwn ? block.addresses[own++] : late.addresses[other++]) ?? 0;
  }
  const count = Math.ceil(length / blockSize);
  if (count === 1) return [{ seconds, addresses, length, part: null }];
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [Math.floor((i * length) / count), Math.floor(((i + 1) * length) / count)];
    return { seconds: seconds.slice(from, to), addresses: addresses.slice(from, to), length: to - from, part: null };
  });
}

/** The first place in order whose second is not before. */
function placeOf(seconds: Int32Array, length: number, second: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((seconds[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Everything from a second on and before another, null where there is no such end, by slices in the order of their time but for the
 * last one, which is the tail's.
 */
export function slicesBetween({ blocks, tail }: EventLog, since: number | null, until: number | null): Slice[] {
  const [first, end] = [since ?? Number.NEGATIVE_INFINITY, until ?? Number.POSITIVE_INFINITY];
  const slices: Slice[] = [];
  for (let no = blocks.length - 1; no >= 0; no--) {
    const block = blocks[no];
    if (block === undefined || block.length === 0) continue;
    const from = placeOf(block.seconds, block.length, first);
    const to = until === null ? block.length : placeOf(block.seconds, block.length, end);
    if (from < to) slices.push({ ...block, from, to });
    if (from > 0) break;
  }
  slices.reverse();
  const late: number[] = [];
  for (let i = 0; i < tail.length; i++) {
    const second = tail.seconds[i] ?? 0;
    if (second >= first && second < end) late.push(i);
  }
  if (late.length > 0) {
    const pick = (of: Int32Array) => Int32Array.from(late, (i) => of[i] ?? 0);
    slices.push({ seconds: pick(tail.seconds), addresses: pick(tail.addresses), from: 0, to: late.length });
  }
  return slices;
}

/** How many there are from a second on. */
export function countSince({ blocks, tail }: EventLog, second: number): number {
  let count = 0;
  for (let i = 0; i < tail.length; i++) count += Number((tail.seconds[i] ?? 0) >= second);
  for (let no = blocks.length - 1; no >= 0; no--) {
    const block = blocks[no];
    if (block === undefined) continue;
    const from = placeOf(block.seconds, block.length, second);
    count += block.length - from;
    if (from > 0) break;
  }
  return count;
}

/** Takes one event out. @returns whether it was there */
export function takeOut(log: EventLog, second: number, address: number): boolean {
  for (let no = log.blocks.length - 1; no >= 0; no--) {
    const block = log.blocks[no];
    if (block === undefined || (block.seconds[0] ?? 0) > second) continue;
    const first = placeOf(block.seconds, block.length, second);
    for (let i = first; i < block.length && block.seconds[i] === second; i++) {
      if (block.addresses[i] !== address) continue;
      const [seconds, addresses] = [block.seconds, block.addresses].map((all) => without(all, i, block.length));
      Object.assign(block, { seconds, addresses, length: block.length - 1, part: null });
      if (block.length === 0) log.blocks.splice(no, 1);
      return true;
    }
    if (first > 0) break;
  }
  const { tail } = log;
  for (let i = 0; i < tail.length; i++) {
    if (tail.seconds[i] !== second || tail.addresses[i] !== address) continue;
    for (const all of [tail.seconds, tail.addresses]) all.copyWithin(i, i + 1, tail.length);
    tail.length--;
    return true;
  }
  return false;
}

function without(numbers: Int32Array, place: number, length: number): Int32Array {
  const left = new Int32Array(length - 1);
  left.set(numbers.subarray(0, place));
  left.set(numbers.subarray(place + 1, length), place);
  return left;
}

/** Bytes it holds. */
export const bytesOf = ({ blocks, tail }: EventLog): number =>
  blocks.reduce((sum, { seconds }) => sum + seconds.length * 8, tail.seconds.length * 8);
