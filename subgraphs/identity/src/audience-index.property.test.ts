import { numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import type { Subgraph } from '@ucp/kit/subgraph';
import { createTestPart, type TestPart, testCaller, testSecret } from '@ucp/kit/testing/part';
import { wordsSent } from '@ucp/kit/words';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { type Json, openTestAccount, type TestAccount } from './testing/account.ts';
import { changes, type GivenChange, type GivenPredicates, predicates, startingFields } from './testing/audience.ts';

/** Runs of the law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 12);
/** Every change is a commit: on a machine that does other things too a run takes its time, in milliseconds. */
const patience = numRuns * 5_000;

let part: TestPart;
/** The same part as another process that has no memory for indexes: it reads each anew. */
let forgetful: Subgraph;
beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  forgetful = await createIdentity({
    databaseUrl: part.databaseUrl,
    clock: part.clock,
    secret: testSecret,
    log: createLog('test', 'silent'),
    publicUrl: 'https://contacts.test',
    audienceIndexBytes: 0,
  });
});
afterAll(async () => {
  await forgetful.stop();
  await part.stop();
});

const asked = `query ($ids: [ID!], $field: [FieldPredicate!]!, $tag: [TagPredicate!]!, $identifier: [IdentifierPredicate!]!,
    $created: [CreatedPredicate!]!, $acquisition: [AcquisitionPredicate!]!) {
  field: fieldAudience(contactIds: $ids, predicates: $field) { contacts }
  tag: tagAudience(contactIds: $ids, predicates: $tag) { contacts }
  identifier: identifierAudience(contactIds: $ids, predicates: $identifier) { contacts }
  created: createdAudience(contactIds: $ids, predicates: $created) { contacts }
  acquisition: acquisitionAudience(contactIds: $ids, predicates: $acquisition) { contacts }
  everybody: everyContact(contactIds: $ids) { contacts }
  archived: everyContact(contactIds: $ids, includeArchived: true) { contacts }
}`;

/** Numbers of the contacts that match each condition. @param at the moment asked: two answers are compared */
async function answers(
  subgraph: Subgraph,
  account: number,
  variables: GivenPredicates & { readonly ids: readonly string[] | null },
  at: number,
): Promise<Json> {
  const { data, errors = [] } = await subgraph.execute({ query: asked, variables }, testCaller({ account, at }));
  expect(errors).toEqual([]);
  const numbersOf = ({ contacts }: { readonly contacts?: unknown }): number[] => numbersIn(wordsSent(contacts));
  return Object.fromEntries(
    Object.entries(data ?? {}).map(([name, told]) => [
      name,
      Array.isArray(told) ? told.map(numbersOf) : numbersOf(Object(told)),
    ]),
  );
}

/** Does one change; what a rule refuses changes nothing. */
async function make(of: TestAccount, change: GivenChange): Promise<void> {
  const contacts = await of.contacts();
  const some = (place: number): Json => contacts[place % Math.max(1, contacts.length)];
  switch (change.what) {
    case 'upsert':
      await of.upsert(change.identifiers, change.more);
      return;
    case 'define':
      await of.define(change.field);
      return;
    case 'update':
      if (contacts.length > 0) await of.update({ id: some(change.place).id, ...change.more });
      return;
    case 'merge':
      if (contacts.length > 1) await of.merge(some(change.place).id, some(change.place + 1 + change.other).id);
      return;
    case 'unmerge': {
      const merges = contacts.flatMap((contact) => contact.merges);
      if (merges.length > 0) await of.unmerge(merges[change.place % merges.length].id);
      return;
    }
    case 'split': {
      const { id, identifiers } = some(change.place) ?? {};
      const last = identifiers?.at(-1);
      if (last === undefined || last.kind === 'EXTERNAL_ID') return;
      const name = last.kind === 'EMAIL' ? 'email' : 'mobile';
      await of.ask(
        'mutation ($input: ContactIdentifierSplitInput!) { contactIdentifierSplit(input: $input) { userErrors { code } } }',
        { input: { contactId: id, identifier: { [name]: last.value } } },
      );
      return;
    }
    case 'later':
      part.clock.setOffset(part.clock.offset() + change.milliseconds);
  }
}

const account = async (): Promise<TestAccount> => {
  const of = await openTestAccount(part);
  for (const field of startingFields) await of.define(field);
  return of;
};

test(
  'an account is told of as its contacts are one by one, after every change, whatever was asked before',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        predicates,
        fc.array(fc.array(changes, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        async (conditions, rounds) => {
          const of = await account();
          for (const made of rounds) {
            for (const change of made) await make(of, change);
            const ids = (await of.contacts()).map(({ id }) => id);
            const at = Date.now() + part.clock.offset();
            const told = await answers(part.subgraph, of.account, { ...conditions, ids: null }, at);
            expect(told).toEqual(await answers(part.subgraph, of.account, { ...conditions, ids }, at));
            expect(told).toEqual(await answers(forgetful, of.account, { ...conditions, ids: null }, at));
            expect(told.archived).toEqual(ids.map((id) => contactNoOf(of.account, id) ?? 0).sort((a, b) => a - b));
          }
        },
      ),
      { numRuns },
    );
  },
  patience,
);
