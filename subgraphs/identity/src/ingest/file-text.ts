import { isAscii, isUtf8 } from 'node:buffer';
import { badInput } from '@ucp/kit/errors';
import iconv from 'iconv-lite';

/** Bytes in, text out, a piece at a time. */
export interface TextReader {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
  /** Name of the encoding by the WHATWG list; `utf-8` until something speaks against it. */
  readonly encoding: () => string;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What is sent in place of a CSV file by mistake. */
const mistaken: readonly (readonly [string, readonly number[]])[] = [
  ['The file is gzip: send it with the header "content-encoding: gzip"', [0x1f, 0x8b]],
  ['The file is a workbook or a ZIP archive: save it as CSV first', [0x50, 0x4b, 0x03, 0x04]],
];
const markSize = 4;

const beginsWith = (bytes: Buffer, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/**
 * Reads a file in the encoding that was chosen, else that of its byte order mark, else that of the content type, else as UTF-16
 * where every other byte of its beginning is zero. What is left is UTF-8, or Windows-1252 (Latin-1) when its first character
 * beyond ASCII is not UTF-8: the first one decides, so that the answer does not depend on how the file was cut on its way.
 * @param chosen a name of the WHATWG list
 * @param charset the same, as the content type says it; tools often say UTF-8 without looking
 * Writing throws CodedError BAD_USER_INPUT when the bytes are those of a packed file.
 */
export function createTextReader(chosen: string | null, charset: string | null): TextReader {
  let encoding = chosen ?? charset ?? 'utf-8';
  let decoder: ReturnType<typeof iconv.getDecoder> | null = null;
  let begun = false;
  let held: Buffer = Buffer.alloc(0);

  const decide = (found: string, bytes: Buffer): string => {
    encoding = found;
    decoder = iconv.getDecoder(found);
    return decoder.write(bytes);
  };

  const write = (bytes: Buffer, last: boolean): string => {
    if (decoder !== null) return decoder.write(bytes);
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    held = Buffer.alloc(0);
    if (!begun) {
      if (all.length < markSize && !last) {
        held = all;
        return '';
      }
      begun = true;
      refuseMistaken(all);
      const found = chosen ?? encodingOfMark(all) ?? charset ?? wideEncodingOf(all);
      if (found !== null) return decide(found, all);
    }
    if (isAscii(all)) return all.toString('latin1');
    const beyond = all.findIndex((byte) => byte > 0x7f);
    const length = sequenceLength(all[beyond] ?? 0);
    if (all.length < beyond + length && !last) {
      held = all.subarray(beyond);
      return all.toString('latin1', 0, beyond);
    }
    return decide(length > 0 && isUtf8(all.subarray(beyond, beyond + length)) ? 'utf-8' : 'windows-1252', all);
  };

  return {
    write: (bytes) => write(bytes, false),
    end: () => write(Buffer.alloc(0), true) + (decoder?.end() ?? ''),
    encoding: () => encoding,
  };
}

function refuseMistaken(bytes: Buffer): void {
  const mistake = mistaken.find(([, mark]) => beginsWith(bytes, mark));
  if (mistake !== undefined) throw badInput(null, mistake[0]);
}

const encodingOfMark = (bytes: Buffer): string | null => marks.find(([, mark]) => beginsWith(bytes, mark))?.[0] ?? null;

function wideEncodingOf([a, b, c, d]: Buffer): string | null {
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
}

/** Bytes of a UTF-8 sequence by its first; 0 for a byte that begins none. */
function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Name by the WHATWG list of an encoding in any spelling (`latin1` is Windows-1252 there); null for what we cannot read. */
export function encodingNamed(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return iconv.encodingExists(encoding) ? encoding : null;
  } catch {
    return null;
  }
}
