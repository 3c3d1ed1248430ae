/**
 * Numbers that a statement packs into one `bytea`, most significant byte first as PostgreSQL's `send` functions give them: rows as
 * objects take four times as long.
 */
export type Packed = Buffer | null;

export function unpack(packed: Packed): Int32Array {
  if (packed === null) return new Int32Array(0);
  // Bytes of their own: those of a small buffer are part of a pool.
  const numbers = new Int32Array(packed.length / 4);
  const bytes = Buffer.from(numbers.buffer);
  packed.copy(bytes);
  bytes.swap32();
  return numbers;
}

/** SQL of a moment's whole second since 1970, as 32 bits have room for it. */
export const secondSql = (moment: string): string =>
  `least(greatest(floor(date_part('epoch', ${moment})), -2147483647), 2147483647)::bigint`;

/** SQL of an event as three numbers: second, address, and the key of its column. */
export const eventSql = (second: string, addressNo: string, key: string): string =>
  `int8send((${second} << 32) | ${addressNo}) || int4send(${key})`;
