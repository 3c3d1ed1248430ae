import type { TestPart } from '@ucp/kit/testing/part';
import { expect } from 'vitest';

/** Plain JSON, in the shape of the document asked. */
export type Json = ReturnType<typeof JSON.parse>;

/** An account of a test's own, and the calls by which its story is told. */
export interface TestAccount {
  readonly account: number;
  /** The data of an answer that has no errors. */
  readonly ask: (document: string, variables?: object) => Promise<Json>;
  readonly define: (field: object) => Promise<Json>;
  readonly settings: (input: object) => Promise<Json>;
  /** The payload: outcome, contact, merge, user errors. */
  readonly upsert: (identifiers: readonly object[], more?: object) => Promise<Json>;
  readonly update: (input: object) => Promise<Json>;
  readonly merge: (...contactIds: string[]) => Promise<Json>;
  readonly unmerge: (mergeId: string) => Promise<Json>;
  readonly contact: (id: string) => Promise<Json>;
  /** Every contact as it is shown, with all that is known of it, newest first. */
  readonly contacts: () => Promise<Json[]>;
}

let opened = 0;

const shown = `id displayName createdAt updatedAt archivedAt
  identifiers { kind value given primary source firstSeenAt from { id } }
  customFields { key value source updatedAt } acquisition { kind detail at } tags
  compliance { lawfulBasis processingRestricted marketingObjection } merges { id at survivorId absorbedIds reason actor }`;

export async function openTestAccount(part: TestPart, settings: object = {}): Promise<TestAccount> {
  const made = await part.ask(
    'mutation ($name: String!, $settings: AccountSettingsInput) { accountOpen(name: $name, settings: $settings, roles: []) { account } }',
    { name: `account ${++opened} of ${process.pid}`, settings },
  );
  expect(made.errors).toEqual([]);
  const { account } = made.data.accountOpen;
  const ask = async (document: string, variables: object = {}): Promise<Json> => {
    const { data, errors } = await part.ask(document, { ...variables }, { account });
    expect(errors).toEqual([]);
    return data;
  };
  const write = async (name: string, type: string, selection: string, input: object): Promise<Json> =>
    (
      await ask(
        `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`,
        { input },
      )
    )[name];
  return {
    account,
    ask,
    define: (field) =>
      write('customFieldDefine', 'CustomFieldDefinitionInput', 'definition { key mergeStrategy }', field),
    settings: (input) =>
      write(
        'accountSettingsUpdate',
        'AccountSettingsInput',
        'account { identifierPriority identifierLimits { kind limit } }',
        input,
      ),
    upsert: (identifiers, more = {}) =>
      write('contactUpsert', 'ContactUpsertInput', 'outcome contact { id } merge { id survivorId absorbedIds }', {
        identifiers,
        ...more,
      }),
    update: (input) => write('contactUpdate', 'ContactUpdateInput', 'contact { id }', input),
    merge: (...contactIds) =>
      write('contactMerge', 'ContactMergeInput', 'contact { id } merge { id survivorId absorbedIds }', { contactIds }),
    unmerge: async (mergeId) =>
      (
        await ask(
          'mutation ($id: ID!) { contactUnmerge(mergeId: $id) { contacts { id } userErrors { code message } } }',
          { id: mergeId },
        )
      ).contactUnmerge,
    contact: async (id) => (await ask(`query ($id: ID!) { contact(id: $id) { ${shown} } }`, { id })).contact,
    contacts: async () =>
      (await ask(`{ contacts(first: 200, includeArchived: true) { nodes { ${shown} } } }`)).contacts.nodes,
  };
}
