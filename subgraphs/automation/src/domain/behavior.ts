import { createHash } from 'node:crypto';
import { normaliseEmail, normaliseMobile } from '@ucp/kit/addresses';
import { contactNoOf } from '@ucp/kit/ids';
import { limits } from './limits.ts';

type Given<Value> = Value | null | undefined;

export interface BehaviorInput {
  readonly key: string;
  readonly identifier: {
    readonly contactId?: Given<string>;
    readonly email?: Given<string>;
    readonly mobile?: Given<string>;
    readonly externalId?: Given<string>;
    readonly anonymousId?: Given<string>;
  };
  readonly name: string;
  readonly at?: Given<Date>;
  readonly properties?: unknown;
}

/** An event at the identifier it came with. */
export interface Behavior {
  readonly eventId: string;
  readonly kind: string;
  readonly value: string;
  readonly name: string;
  readonly at: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Kind under which an event is kept that named its contact itself. */
export const contactKind = 'CONTACT';

/** Names of events. */
export const nameShape = /^[a-z][a-z0-9_]{0,99}$/;

/** A 128-bit name for a caller's key: the same key gives the same name. */
const eventIdOf = (key: string): string => {
  const hex = createHash('sha256').update(`behavior:${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** Names visitors and customers carry where nothing is known of them: they identify nobody. */
const nobody = /^([0-]*|null|none|nil|undefined|anonymous|guest|nan|\[object object\])$/i;

/** NUL, and halves of characters without the other, which the database cannot keep: an event with them would fail all it came with. */
const unkeepable = /[\0\p{Cs}]/u;
const notKeepable = 'is text without NUL and without halves of characters';

const isKeepable = (value: unknown): boolean => {
  if (typeof value === 'string') return !unkeepable.test(value);
  return Object.entries(Object(value)).every(([name, each]) => isKeepable(name) && isKeepable(each));
};

/** An event as it is kept, or a sentence that says what is wrong with it. */
export function behaviorOf(account: number, input: BehaviorInput, now: Date): Behavior | { readonly refused: string } {
  if (input.key === '' || input.key.length > limits.key)
    return { refused: `"key" has 1 to ${limits.key} characters, got ${input.key.length}` };
  if (!nameShape.test(input.name)) {
    return {
      refused: `"name" is a lower-case letter, then lower-case letters, digits and underscores, at most 100, got "${input.name.slice(0, 100)}"`,
    };
  }
  const at = input.at ?? now;
  if (at.getTime() > now.getTime() + limits.ahead) return { refused: `"at" lies in the future: ${at.toISOString()}` };
  const properties = input.properties ?? {};
  if (typeof properties !== 'object' || Array.isArray(properties)) return { refused: '"properties" is an object' };
  const json = JSON.stringify(properties);
  const size = Buffer.byteLength(json);
  if (size > limits.properties) return { refused: `"properties" has at most ${limits.properties} bytes, got ${size}` };
  // Both are written as escapes there, as few others are.
  if (json.includes('\\u') && !isKeepable(properties)) return { refused: `"properties" ${notKeepable}` };
  const subject = subjectOf(account, input.identifier);
  if ('refused' in subject) return subject;
  return { eventId: eventIdOf(input.key), ...subject, name: input.name, at, properties: Object(properties) };
}

type Subject = { readonly kind: string; readonly value: string } | { readonly refused: string };

function subjectOf(
  account: number,
  { contactId, email, mobile, externalId, anonymousId }: BehaviorInput['identifier'],
): Subject {
  if (typeof contactId === 'string') {
    const contactNo = contactNoOf(account, contactId);
    return contactNo === null
      ? { refused: 'The account has no contact of this id' }
      : { kind: contactKind, value: String(contactNo) };
  }
  if (typeof email === 'string') {
    const address = normaliseEmail(email);
    return 'refused' in address ? address : { kind: 'EMAIL', value: address.value };
  }
  if (typeof mobile === 'string') {
    const number = normaliseMobile(mobile, 'ZZ');
    return 'refused' in number
      ? { refused: `A mobile number is international, as +15125550123, got "${mobile.slice(0, 50)}"` }
      : { kind: 'MOBILE', value: number.value };
  }
  const [kind, value] =
    typeof externalId === 'string' ? ['EXTERNAL_ID', externalId.trim()] : ['ANONYMOUS_ID', (anonymousId ?? '').trim()];
  if (nobody.test(value) || value.length > limits.identifier)
    return { refused: `The value "${value.slice(0, 100)}" identifies nobody` };
  if (!isKeepable(value)) return { refused: `An identifier ${notKeepable}` };
  return { kind: String(kind), value };
}
