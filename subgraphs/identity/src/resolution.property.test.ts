import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { type Json, openTestAccount, type TestAccount } from './testing/account.ts';
import { manyRecords, records, recordsWithoutRefusal } from './testing/records.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 6);

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const accountWithFields = async (): Promise<TestAccount> => {
  const of = await openTestAccount(part);
  await of.define({ key: 'city', label: 'City', type: 'TEXT' });
  return of;
};

/** Who is one with whom, by values only. */
const people = (shown: readonly Json[]): string[] =>
  shown
    .map(({ identifiers }: { identifiers: { value: string }[] }) =>
      identifiers
        .map(({ value }) => value)
        .sort()
        .join(' '),
    )
    .sort();

test('merge then unmerge is identity, for any contacts', async () => {
  await fc.assert(
    fc.asyncProperty(records, fc.nat(), fc.nat(), async (sent, first, second) => {
      const of = await accountWithFields();
      for (const { identifiers, ...more } of sent) await of.upsert(identifiers, more);
      const before = await of.contacts();
      const ids = before.map(({ id }) => id);
      const pair = [...new Set([ids[first % ids.length], ids[second % ids.length]])];
      fc.pre(pair.length === 2);
      const { merge } = await of.merge(...pair);
      if (merge !== null) {
        expect(await of.contacts()).toHaveLength(before.length - 1);
        await of.unmerge(merge.id);
      }
      expect(await of.contacts()).toEqual(before);
    }),
    { numRuns },
  );
});

/** What is done to a contact while it is merged, of the survivor or by an identifier of either. */
const deed = fc.oneof(
  fc.record({ does: fc.constantFrom('edit', 'tag', 'object') }),
  fc.record({ does: fc.constant('link'), by: fc.boolean() }),
);

test('what is done while merged is treated as promised: edits stay with the survivor, a new identifier with the one it came with, restrictions with both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 6 }), async (deeds) => {
      const of = await accountWithFields();
      const told = (value: string) => ({ customFields: [{ key: 'city', value }], addTags: [value] });
      const keeper = (await of.upsert([{ email: 'keeper@example.com' }], told('Austin'))).contact.id;
      const joiner = (await of.upsert([{ mobile: '+15125550100' }], told('Boston'))).contact.id;
      const before = [await of.contact(keeper), await of.contact(joiner)];
      const { merge } = await of.merge(keeper, joiner);
      const linked: { readonly keeper: string[]; readonly joiner: string[] } = { keeper: [], joiner: [] };
      for (const [i, each] of deeds.entries()) {
        if (each.does === 'edit') await of.update({ id: joiner, customFields: [{ key: 'city', value: `edit ${i}` }] });
        if (each.does === 'tag') await of.update({ id: joiner, addTags: [`tag ${i}`] });
        if (each.does === 'object') {
          await of.ask(
            'mutation ($id: ID!) { contactComplianceSet(input: { contactId: $id, marketingObjection: true }) { userErrors { code } } }',
            { id: keeper },
          );
        }
        if (!('by' in each)) continue;
        const [owner, known] = each.by
          ? (['keeper', { email: 'keeper@example.com' }] as const)
          : (['joiner', { mobile: '+15125550100' }] as const);
        const { outcome } = await of.upsert([known, { anonymousId: `visitor ${i}` }]);
        // Six visitors of one person are one too many.
        if (outcome === 'UPDATED') linked[owner].push(`visitor ${i}`);
      }
      await of.unmerge(merge.id);
      const [now, apart] = [await of.contact(keeper), await of.contact(joiner)];
      const valuesOf = ({ identifiers }: Json) => identifiers.map(({ value }: { value: string }) => value);
      const edits = deeds.flatMap(({ does }, i) => (does === 'edit' ? [`edit ${i}`] : []));
      const tags = deeds.flatMap(({ does }, i) => (does === 'tag' ? [`tag ${i}`] : []));
      expect(valuesOf(now)).toEqual(['keeper@example.com', ...linked.keeper]);
      expect(valuesOf(apart)).toEqual(['+15125550100', ...linked.joiner]);
      expect(now.customFields).toMatchObject([{ value: edits.at(-1) ?? 'Austin' }]);
      expect(now.tags).toEqual(['Austin', ...tags]);
      expect(apart).toMatchObject({ customFields: before[1].customFields, tags: ['Boston'] });
      const objects = deeds.some(({ does }) => does === 'object');
      for (const each of [now, apart]) expect(each.compliance.marketingObjection).toBe(objects);
      const { createdAt, acquisition, displayName } = before[1];
      expect(apart).toMatchObject({ createdAt, acquisition, displayName });
    }),
    { numRuns },
  );
});

test('without refusals who is one with whom does not depend on the order of records', async () => {
  await fc.assert(
    fc.asyncProperty(
      recordsWithoutRefusal.chain((sent) =>
        fc.tuple(fc.constant(sent), fc.shuffledSubarray(sent, { minLength: sent.length })),
      ),
      async ([sent, shuffled]) => {
        const [one, other] = [await openTestAccount(part), await openTestAccount(part)];
        const outcomes: string[] = [];
        for (const { identifiers } of sent) outcomes.push((await one.upsert(identifiers)).outcome);
        for (const { identifiers } of shuffled) outcomes.push((await other.upsert(identifiers)).outcome);
        fc.pre(!outcomes.includes('MERGE_REFUSED'));
        expect(people(await other.contacts())).toEqual(people(await one.contacts()));
      },
    ),
    { numRuns },
  );
});

test('the same records in the same order give the same, and sent again nothing more', async () => {
  await fc.assert(
    fc.asyncProperty(manyRecords, async (sent) => {
      const of = await accountWithFields();
      for (const { identifiers, ...more } of sent) await of.upsert(identifiers, more);
      const last = sent.at(-1);
      const before = await of.contacts();
      if (last !== undefined)
        await of.upsert(last.identifiers, { addTags: last.addTags, customFields: last.customFields });
      expect(await of.contacts()).toEqual(before);
      // Every id ever given finds a contact, and every identifier is on exactly one.
      const held = before.flatMap(({ identifiers }) => identifiers.map(({ kind, value }: Json) => `${kind} ${value}`));
      expect(new Set(held).size).toBe(held.length);
      const absorbed = before.flatMap(({ merges }) => merges.flatMap(({ absorbedIds }: Json) => absorbedIds));
      for (const id of absorbed) expect(await of.contact(id)).not.toBeNull();
    }),
    { numRuns },
  );
});
