export type Encoding = 'GSM-7' | 'UCS-2';

/** How a text travels: in which alphabet, and in how many messages that the telephone puts together again. */
export interface Segments {
  readonly encoding: Encoding;
  readonly segments: number;
}

/** The alphabet of GSM (3GPP TS 23.038, 6.2.1), one unit each. Every other character makes the whole text UCS-2. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Characters behind an escape, two units each. */
const extended = new Set('\f^{}\\[~]|€');

/** Units of one message, and of each of several, which lose room to the header that puts them together. */
const capacity = { 'GSM-7': { one: 160, several: 153 }, 'UCS-2': { one: 70, several: 67 } } as const;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Counts a text as Twilio does (its message-segment-calculator): nothing that is one character to a reader is parted between two
 * messages, unless it is longer than one. An empty text is one message.
 */
export function segmentsOf(text: string): Segments {
  const sizes = gsmSizes(text);
  return sizes === null ? counted('UCS-2', ucsSizes(text)) : counted('GSM-7', sizes);
}

/** Null when a character is not of the alphabet. */
function gsmSizes(text: string): readonly number[] | null {
  const sizes: number[] = [];
  for (const character of text) {
    if (basic.has(character)) sizes.push(1);
    else if (extended.has(character)) sizes.push(2);
    else return null;
  }
  return sizes;
}

function ucsSizes(text: string): readonly number[] {
  if (text.length <= capacity['UCS-2'].one) return [text.length];
  return [...graphemes.segment(text)].flatMap(({ segment }) =>
    segment.length <= capacity['UCS-2'].several ? [segment.length] : [...segment].map((point) => point.length),
  );
}

function counted(encoding: Encoding, sizes: readonly number[]): Segments {
  const { one, several } = capacity[encoding];
  if (sizes.reduce((sum, size) => sum + size, 0) <= one) return { encoding, segments: 1 };
  let segments = 1;
  let room: number = several;
  for (const size of sizes) {
    if (size > room) {
      segments++;
      room = several;
    }
    room -= size;
  }
  return { encoding, segments };
}
