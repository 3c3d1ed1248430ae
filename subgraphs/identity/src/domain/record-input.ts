import { badInput, notFound } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { isKeepable, notKeepable } from './keepable.ts';
import { limits } from './limits.ts';
import type { AcquisitionKind, ToldContact } from './record.ts';

type Given<Value> = Value | null | undefined;

export interface IdentifierInput {
  readonly id?: Given<string>;
  readonly externalId?: Given<string>;
  readonly email?: Given<string>;
  readonly mobile?: Given<string>;
  readonly anonymousId?: Given<string>;
  readonly address?: Given<{ readonly channel: string; readonly value: string }>;
}

export interface UpsertInput {
  readonly identifiers: readonly IdentifierInput[];
  readonly customFields?: Given<readonly { readonly key: string; readonly value?: unknown }[]>;
  readonly addTags?: Given<readonly string[]>;
  readonly removeTags?: Given<readonly string[]>;
  readonly acquisition?: Given<{ readonly kind: AcquisitionKind; readonly detail?: Given<string> }>;
}

export type NamedIdentifier =
  | { readonly id: string; readonly name: string }
  | { readonly kind: string; readonly given: string; readonly name: string };

/** Kind of the identifier that is the address of a channel; a channel without an identifier of its own name brings its kind. */
const kindOfChannel: Readonly<Record<string, string>> = { SMS: 'MOBILE' };

/** The one identifier of an input, with the name of the input's field. @throws CodedError BAD_USER_INPUT */
export function namedIdentifier(input: IdentifierInput, path: readonly string[]): NamedIdentifier {
  const given = [
    typeof input.id === 'string' ? { id: input.id, name: 'id' } : null,
    typeof input.externalId === 'string' ? { kind: 'EXTERNAL_ID', given: input.externalId, name: 'externalId' } : null,
    typeof input.email === 'string' ? { kind: 'EMAIL', given: input.email, name: 'email' } : null,
    typeof input.mobile === 'string' ? { kind: 'MOBILE', given: input.mobile, name: 'mobile' } : null,
    typeof input.anonymousId === 'string'
      ? { kind: 'ANONYMOUS_ID', given: input.anonymousId, name: 'anonymousId' }
      : null,
    input.address === null || input.address === undefined
      ? null
      : {
          kind: kindOfChannel[input.address.channel] ?? input.address.channel,
          given: input.address.value,
          name: 'address',
        },
  ].filter((each) => each !== null);
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) {
    throw badInput(
      path,
      `An identifier names exactly one of id, externalId, email, mobile, anonymousId, address, got ${given.length}`,
    );
  }
  return only;
}

/** A call's contact as a record. @throws CodedError BAD_USER_INPUT or NOT_FOUND naming the input */
export function recordOfInput(account: number, input: UpsertInput, actor: string): ToldContact {
  const fields = input.customFields ?? [];
  const addTags = input.addTags ?? [];
  const removeTags = input.removeTags ?? [];
  atMost(limits.recordIdentifiers, input.identifiers, 'identifiers');
  atMost(limits.recordFields, fields, 'customFields');
  atMost(limits.recordTags, addTags, 'addTags');
  atMost(limits.recordTags, removeTags, 'removeTags');
  const detail = input.acquisition?.detail ?? null;
  if (detail !== null && detail.length > limits.detail) {
    throw badInput(
      ['input', 'acquisition', 'detail'],
      `A detail has at most ${limits.detail} characters, got ${detail.length}`,
    );
  }
  if (detail !== null && !isKeepable(detail)) {
    throw badInput(['input', 'acquisition', 'detail'], `A detail ${notKeepable}`);
  }
  const named = input.identifiers.map((each, i) => {
    const path = ['input', 'identifiers', String(i)];
    const identifier = namedIdentifier(each, path);
    return { ...identifier, path: [...path, identifier.name] };
  });
  const ids = named.flatMap((each) => ('id' in each ? [each] : []));
  if (ids.length > 1)
    throw badInput(['input', 'identifiers'], `A record names at most one contact by its id, got ${ids.length}`);
  const [byId] = ids;
  const contactNo = byId === undefined ? undefined : contactNoOf(account, byId.id);
  if (contactNo === null) throw notFound(byId?.path ?? null, 'The account has no contact of this id');
  return {
    ...(contactNo === undefined ? {} : { contactNo }),
    identifiers: named.flatMap((each) => ('kind' in each ? [each] : [])),
    fields: fields.map(({ key, value }, i) => ({
      key,
      value: value ?? null,
      path: ['input', 'customFields', String(i)],
    })),
    addTags,
    removeTags,
    acquisition:
      input.acquisition === null || input.acquisition === undefined
        ? { kind: 'API', detail: actor }
        : { kind: input.acquisition.kind, detail },
    consents: [],
    source: actor,
  };
}

function atMost(limit: number, list: readonly unknown[], name: string): void {
  if (list.length > limit) throw badInput(['input', name], `"${name}" takes at most ${limit}, got ${list.length}`);
}
