import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForProcesses } from '../kit/patience.ts';
import { type Processes, startProcesses } from '../kit/processes.ts';

waitForProcesses();

let processes: Processes;

beforeAll(async () => {
  processes = await startProcesses();
});
afterAll(() => processes.stop());

const upsert =
  'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }';
const merge =
  'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { merge { id survivorId absorbedIds } userErrors { code message } } }';
const unmerge = 'mutation ($id: ID!) { contactUnmerge(mergeId: $id) { contacts { id } userErrors { code message } } }';
const consent = (type: 'Email' | 'Sms') =>
  `mutation ($input: ${type}ConsentInput!) { ${type.toLowerCase()}ConsentRecord(input: $input) { userErrors { message } } }`;
const profile = `query ($id: ID!) { contact(id: $id) { id identifiers { kind value from { id } } tags merges { id }
  email { address status consents { address state since } } sms { number status consents { number state since } } } }`;

const profileOf = async (id: string) => (await processes.ask(profile, { id })).data.contact;

/** Codes of an answer's errors, and what user errors say. */
const troubles = ({ data, errors }: Awaited<ReturnType<Processes['ask']>>): string[] => [
  ...(errors ?? []).map(({ extensions }) => String(extensions.code)),
  ...Object.values(Object(data)).flatMap((payload) =>
    (Object(payload).userErrors ?? []).map(({ message }: { message: string }) => message),
  ),
];

test('of two merges of the same pair in opposite order, with writes to both and a kill half-way, one holds; taking it back restores both', async () => {
  const pairs = Number(process.env.UCP_PROPERTY_RUNS ?? 0) >= 1_000 ? 12 : 4;
  const evidence = { method: 'FORM', occurredAt: '2026-03-01T09:00:00Z', statedText: 'Yes', actor: 'themselves' };
  const people: { readonly one: string; readonly other: string; readonly email: string; readonly mobile: string }[] =
    [];
  for (let n = 0; n < pairs; n++) {
    const [email, mobile] = [`person${n}@example.com`, `+151255501${String(n).padStart(2, '0')}`];
    const idOf = async (identifier: object): Promise<string> =>
      (await processes.ask(upsert, { input: { identifiers: [identifier], addTags: ['own'] } })).data.contactUpsert
        .contact.id;
    people.push({ one: await idOf({ email }), other: await idOf({ mobile }), email, mobile });
    await processes.ask(consent('Email'), { input: { address: email, state: 'GRANTED', evidence } });
    await processes.ask(consent('Sms'), { input: { number: mobile, state: 'WITHDRAWN', evidence } });
  }
  const before = await Promise.all(
    people.map(async ({ one, other }) => [await profileOf(one), await profileOf(other)]),
  );

  // Everything at once; at some moment in the middle of it identity is gone.
  const storm = people.flatMap(({ one, other, email, mobile }, n) => [
    processes.ask(merge, { input: { contactIds: [one, other] } }),
    processes.ask(upsert, { input: { identifiers: [{ email }], addTags: [`one ${n}`] } }),
    processes.ask(merge, { input: { contactIds: [other, one] } }),
    processes.ask(upsert, { input: { identifiers: [{ mobile }], addTags: [`other ${n}`] } }),
  ]);
  await Promise.race(storm.slice(8));
  await processes.parts.identity?.stop('SIGKILL');
  const seen = (await Promise.all(storm)).flatMap(troubles);
  await processes.parts.identity?.start();
  // What clients saw is that the part was away, never that two of them met.
  expect([...new Set(seen)].filter((each) => !['SUBGRAPH_UNAVAILABLE', 'OVERLOADED'].includes(each))).toEqual([]);

  // Each client sends again what it has no answer to; now nobody is in the way.
  const again = await Promise.all(
    people.flatMap(({ one, other }) => [
      processes.ask(merge, { input: { contactIds: [one, other] } }),
      processes.ask(merge, { input: { contactIds: [other, one] } }),
    ]),
  );
  expect(again.flatMap(troubles)).toEqual([]);
  for (const [n, { one, other }] of people.entries()) {
    const [here, there] = [again[2 * n]?.data.contactMerge.merge, again[2 * n + 1]?.data.contactMerge.merge];
    expect(there).toEqual(here);
    expect(here).toMatchObject({ survivorId: one, absorbedIds: [other] });
    const whole = await profileOf(other);
    expect(whole).toMatchObject({
      id: one,
      merges: [{ id: here.id }],
      email: before[n]?.[0].email,
      sms: before[n]?.[1].sms,
    });
    expect((await processes.ask(unmerge, { id: here.id })).data.contactUnmerge.userErrors).toEqual([]);
    const after = [await profileOf(one), await profileOf(other)];
    // Beside the tags that were written meanwhile both are as they were, with no one and nothing left over.
    expect(after.map(({ tags: _, ...rest }) => rest)).toEqual(before[n]?.map(({ tags: _, ...rest }) => rest));
  }
  const listed = (await processes.ask('{ contacts(first: 200) { nodes { id } } }')).data.contacts.nodes;
  expect(listed).toHaveLength(2 * pairs);
}, 120_000);
