import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import { roomFor } from './room.ts';

/**
 * A value of each contact, as a code of it: a condition looks at each distinct value once and then at the codes. Values nobody has
 * any more give their code to others.
 */
export interface CodedColumn<Value> {
  /** Null: the contact has none. */
  readonly put: (contactNo: number, value: Value | null) => void;
  /**
   * Who has a value that holds.
   * @param among forms of texts, out of which the value must be; null: any value is looked at
   */
  readonly matching: (holds: (value: Value) => boolean, among?: ReadonlySet<string> | null) => ContactBits;
  readonly bytes: () => number;
}

/** What a value takes beside its text: an entry of a map, two of lists, the head of a string. */
const overhead = 120;

/**
 * @param textOf the same for values that are the same, and for no others
 * @param formOf of such a text, under which values are found: of all that are compared as equal the same
 */
export function createCodedColumn<Value>(
  textOf: (value: Value) => string,
  formOf: (text: string) => string = (text) => text,
): CodedColumn<Value> {
  /** By contact number; 0 for none. */
  let codes = new Uint32Array(0);
  const values: (Value | undefined)[] = [undefined];
  const texts: string[] = [''];
  /** Contacts that have it, by code. */
  const uses: number[] = [0];
  const free: number[] = [];
  /** Most forms are of one value: a list for each would take a third of the memory. */
  const byForm = new Map<string, number | readonly number[]>();
  let characters = 0;
  /** The answer given last, until a contact has another value: segments ask for the same again and again. */
  let last: { readonly hits: Uint8Array; readonly contacts: ContactBits } | null = null;

  const codesOf = (form: string): readonly number[] => [byForm.get(form) ?? []].flat();

  const codeOf = (value: Value): number => {
    const text = textOf(value);
    const form = formOf(text);
    const known = codesOf(form);
    const same = known.find((code) => texts[code] === text);
    if (same !== undefined) return same;
    const code = free.pop() ?? values.length;
    values[code] = value;
    texts[code] = text;
    uses[code] = 0;
    byForm.set(form, known.length === 0 ? code : [...known, code]);
    characters += text.length;
    return code;
  };

  const release = (code: number): void => {
    uses[code] = (uses[code] ?? 0) - 1;
    if (code === 0 || uses[code] !== 0) return;
    const text = texts[code] ?? '';
    const form = formOf(text);
    const others = codesOf(form).filter((each) => each !== code);
    if (others.length === 0) byForm.delete(form);
    else byForm.set(form, others);
    values[code] = undefined;
    texts[code] = '';
    free.push(code);
    characters -= text.length;
  };

  return {
    put: (contactNo, value) => {
      const code = value === null ? 0 : codeOf(value);
      if (contactNo >= codes.length) {
        if (code === 0) return;
        const grown = new Uint32Array(roomFor(contactNo + 1));
        grown.set(codes);
        codes = grown;
      }
      const before = codes[contactNo] ?? 0;
      if (before === code) return;
      codes[contactNo] = code;
      last = null;
      uses[code] = (uses[code] ?? 0) + 1;
      release(before);
    },
    matching: (holds, among = null) => {
      const hits = new Uint8Array(values.length);
      const look = (code: number): void => {
        const value = values[code];
        if (value !== undefined && holds(value)) hits[code] = 1;
      };
      if (among === null) for (let code = 1; code < values.length; code++) look(code);
      else for (const form of among) for (const code of codesOf(form)) look(code);
      if (last === null || Buffer.compare(last.hits, hits) !== 0) last = { hits, contacts: contactsWith(codes, hits) };
      return last.contacts.slice();
    },
    bytes: () => {
      const kept = last === null ? 0 : last.hits.byteLength + last.contacts.byteLength;
      return codes.byteLength + values.length * overhead + characters * 2 + kept;
    },
  };
}

/** Contacts whose code is hit. Without branches, as the processor cannot guess them: 1.5 ms a million. */
function contactsWith(codes: Uint32Array, hits: Uint8Array): ContactBits {
  const bits = emptyBits(codes.length);
  for (let word = 0, no = 0; word < bits.length; word++) {
    let found = 0;
    for (let bit = 0; bit < 32; bit++, no++) found |= (hits[codes[no] ?? 0] ?? 0) << bit;
    bits[word] = found;
  }
  return bits;
}
