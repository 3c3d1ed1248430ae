import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 20);

let part: TestPart;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const openAccount = async (): Promise<number> =>
  (
    await part.ask('mutation ($name: String!) { accountOpen(name: $name, roles: []) { account } }', {
      name: `law ${opened++}`,
    })
  ).data.accountOpen.account;

/** Few people with few addresses, so that records meet. */
const email = fc.integer({ min: 0, max: 5 }).map((n) => ({ email: `person${n}@example.com` }));
const mobile = fc.integer({ min: 0, max: 5 }).map((n) => ({ mobile: `+1512555012${n}` }));
const externalId = fc.integer({ min: 0, max: 2 }).map((n) => ({ externalId: `A-${n}` }));
const record = fc.record({
  identifiers: fc.uniqueArray(fc.oneof(email, mobile, externalId), {
    minLength: 1,
    maxLength: 3,
    selector: (each) => JSON.stringify(each),
  }),
  addTags: fc.uniqueArray(fc.constantFrom('vip', 'beta', 'late'), { maxLength: 2 }),
});
const records = fc.array(record, { minLength: 1, maxLength: 12 });
const harmless = fc.array(
  fc.record({
    identifiers: fc.uniqueArray(fc.oneof(email, mobile), {
      minLength: 1,
      maxLength: 2,
      selector: (each) => JSON.stringify(each),
    }),
  }),
  { minLength: 1, maxLength: 8 },
);

const send = async (account: number, input: object) =>
  (
    await part.ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { outcome userErrors { message } } }',
      { input },
      { account },
    )
  ).data;

/** Everything that is shown of all contacts, without times. */
const everything = async (account: number) =>
  (
    await part.ask(
      '{ contacts(first: 200) { nodes { id displayName createdAt updatedAt identifiers { kind value primary from { id } } tags compliance { marketingObjection } } } }',
      {},
      { account },
    )
  ).data.contacts.nodes;

/** Who is one with whom, by values only. */
const people = async (account: number) => {
  const shown = await everything(account);
  return shown
    .map(({ identifiers }: { identifiers: { value: string }[] }) =>
      identifiers
        .map(({ value }) => value)
        .sort()
        .join(' '),
    )
    .sort();
};

test('merge then unmerge is identity, for any contacts', async () => {
  await fc.assert(
    fc.asyncProperty(records, fc.nat(), fc.nat(), async (sent, first, second) => {
      const account = await openAccount();
      for (const input of sent) await send(account, input);
      const before = await everything(account);
      const ids = before.map(({ id }: { id: string }) => id);
      const pair = [...new Set([ids[first % ids.length], ids[second % ids.length]])];
      fc.pre(pair.length === 2);
      const merged = await part.ask(
        'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { merge { id } userErrors { code } } }',
        { input: { contactIds: pair } },
        { account },
      );
      const { merge } = merged.data.contactMerge;
      if (merge !== null) {
        expect(await everything(account)).toHaveLength(before.length - 1);
        await part.ask(
          'mutation ($id: ID!) { contactUnmerge(mergeId: $id) { userErrors { code } } }',
          { id: merge.id },
          { account },
        );
      }
      expect(await everything(account)).toEqual(before);
    }),
    { numRuns },
  );
});

test('without refusals who is one with whom does not depend on the order of records', async () => {
  await fc.assert(
    fc.asyncProperty(
      harmless.chain((sent) => fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length }))),
      async ([sent, shuffled]) => {
        const [one, other] = [await openAccount(), await openAccount()];
        const outcomes: string[] = [];
        for (const input of sent) outcomes.push((await send(one, input)).contactUpsert.outcome);
        for (const input of shuffled) outcomes.push((await send(other, input)).contactUpsert.outcome);
        fc.pre(!outcomes.includes('MERGE_REFUSED'));
        expect(await people(other)).toEqual(await people(one));
      },
    ),
    { numRuns },
  );
});

test('a file gives what its rows sent singly give', async () => {
  await part.subgraph.start();
  await fc.assert(
    fc.asyncProperty(records, async (sent) => {
      const [singly, file] = [await openAccount(), await openAccount()];
      const rows = sent.map(({ identifiers, addTags }) => {
        const cells = (name: string) =>
          identifiers.flatMap((each) => (name in each ? [String(Object(each)[name])] : []));
        return [
          ...['email', 'mobile', 'externalId'].flatMap((name) => [...cells(name), '', '', ''].slice(0, 3)),
          addTags.join(';'),
        ].join(',');
      });
      for (const input of sent) await send(singly, input);
      const header = `Email,Email,Email,Mobile,Mobile,Mobile,External ID,External ID,External ID,Tags`;
      const { status } = await part.subgraph.knock({
        method: 'POST',
        path: '/imports',
        url: '/imports',
        headers: { 'content-type': 'text/csv' },
        body: Buffer.from([header, ...rows].join('\n')),
        caller: {
          account: file,
          actor: 'key:test',
          role: 'ADMIN',
          scopes: [],
          requestId: 'test',
          origin: null,
          revs: {},
        },
      });
      expect(status).toBe(202);
      await expect
        .poll(
          async () =>
            (await part.ask('{ importJobs { nodes { state } } }', {}, { account: file })).data.importJobs.nodes,
        )
        .toEqual([{ state: 'COMPLETED' }]);
      expect(await people(file)).toEqual(await people(singly));
    }),
    { numRuns },
  );
});
