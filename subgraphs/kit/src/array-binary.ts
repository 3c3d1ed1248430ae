/**
 * Arrays in PostgreSQL's binary format, where both sides would take longer to write and read them as text. The driver passes a
 * Buffer on as it is. Source: `array_recv` and the `recv` functions of the types.
 */

const oids = { timestamptz: 1184, jsonb: 3802 } as const;
/** PostgreSQL counts microseconds since 2000. */
const epoch = Date.UTC(2000, 0, 1);
const word = 2 ** 32;
const headerBytes = 20;
const lengthBytes = 4;

/** Of moments, for a parameter of the type `timestamptz[]`. */
export function momentArray(values: readonly Date[]): Buffer {
  const bytes = arrayOf(oids.timestamptz, values.length, values.length * (lengthBytes + 8));
  let place = headerBytes;
  for (const value of values) {
    // In two halves of 32 bits: microseconds of far years are beyond what a number holds exactly.
    const since = value.getTime() - epoch;
    if (Number.isNaN(since)) throw new RangeError('a moment that is none');
    const high = Math.floor(since / word);
    const low = (since - high * word) * 1_000;
    const carry = Math.floor(low / word);
    place = bytes.writeInt32BE(8, place);
    place = bytes.writeInt32BE(high * 1_000 + carry, place);
    place = bytes.writeUInt32BE(low - carry * word, place);
  }
  return bytes;
}

/** Of JSON texts, for a parameter of the type `jsonb[]`. */
export function jsonArray(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text) + 1);
  const bytes = arrayOf(
    oids.jsonb,
    texts.length,
    sizes.reduce((sum, size) => sum + lengthBytes + size, 0),
  );
  let place = headerBytes;
  texts.forEach((text, i) => {
    place = bytes.writeInt32BE(sizes[i] ?? 0, place);
    // The version of the format.
    place = bytes.writeUInt8(1, place);
    place += bytes.write(text, place);
  });
  return bytes;
}

/** An array of one dimension without nulls, whose elements follow. */
function arrayOf(oid: number, length: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(headerBytes + size);
  const dimensions = length === 0 ? 0 : 1;
  [dimensions, 0, oid, length, 1].forEach((value, i) => {
    bytes.writeInt32BE(value, i * 4);
  });
  return length === 0 ? bytes.subarray(0, 12) : bytes;
}
