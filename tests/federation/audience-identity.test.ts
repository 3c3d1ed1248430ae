import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let ids: { form: string; shop: string; late: string };

const start = Date.now();
const moment = (milliseconds: number): string => new Date(start + milliseconds).toISOString();
const day = 86_400_000;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  const contact = async (email: string, acquisition: object): Promise<string> => {
    const { data } = await story.ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      { input: { identifiers: [{ email }], acquisition } },
    );
    return data.contactUpsert.contact.id;
  };
  const form = await contact('form@example.com', { kind: 'FORM', detail: 'Spring fair' });
  const shop = await contact('shop@example.com', { kind: 'CHECKOUT', detail: 'shop' });
  system.clock.setOffset(10 * day);
  ids = { form, shop, late: await contact('late@example.com', { kind: 'FORM', detail: 'Autumn fair' }) };
});
afterAll(() => system.stop());

const filters: readonly (readonly [string, object, () => string[], string])[] = [
  ['known before', { created: { before: moment(day) } }, () => [ids.form, ids.shop], `created before ${moment(day)}`],
  ['known since', { created: { after: moment(day) } }, () => [ids.late], `created after ${moment(day)}`],
  ['known in the last week', { created: { within: 'P7D' } }, () => [ids.late], 'created within P7D'],
  [
    'not known in the last week',
    { not: { created: { within: 'P7D' } } },
    () => [ids.form, ids.shop],
    'created within P7D',
  ],
  [
    'by a form',
    { acquisition: { kind: 'FORM', detail: { contains: 'FAIR' } } },
    () => [ids.form, ids.late],
    'acquisition kind FORM and detail contains FAIR',
  ],
  [
    'by a form of then',
    { acquisition: { kind: 'FORM', before: moment(day), detail: { equals: 'spring fair' } } },
    () => [ids.form],
    `acquisition kind FORM and detail equals spring fair and before ${moment(day)}`,
  ],
];

test.each(filters)('%s: its members, each of them one by one, and why', async (name, filter, members, why) => {
  const { data, errors } = await story.ask(operation('audience', 'Audience'), { filter, first: 200 });
  expect(errors).toBeUndefined();
  expect(data.audience.contacts.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(members().sort());
  const saved = await story.ask(operation('audience', 'CreateSegment'), { input: { name, filter } });
  expect(saved.data.segmentCreate.userErrors).toEqual([]);
  for (const id of Object.values(ids)) {
    const { data: told } = await story.ask(operation('audience', 'WhyInSegment'), {
      segment: saved.data.segmentCreate.segment.id,
      contact: id,
    });
    expect(told.segment.membership.member, id).toBe(members().includes(id));
    const words = told.segment.membership.because.map(({ predicate }: { predicate: string }) => predicate);
    expect(words.map((each: string) => each.split(' ').sort())).toEqual([
      why
        .split(' ')
        .filter((word) => word !== 'and')
        .sort(),
    ]);
  }
});

test('a moment that is none, and a condition that says nothing, are refused', async () => {
  for (const [filter, message, place] of [
    [{ created: { after: '2026-02-30T00:00:00Z' } }, /A moment is written as RFC 3339/, 'filter.created.after'],
    [{ created: { within: '-P1D' } }, /duration is written as ISO 8601/, 'filter.created.within'],
    [{ not: { created: {} } }, '"created" takes "after", "before" or "within", got none', 'filter.not.created'],
    [{ acquisition: { kind: 'WIND' } }, /WIND/, 'filter.acquisition.kind'],
  ] as const) {
    const { errors } = await story.ask(operation('audience', 'Audience'), { filter });
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.field).toEqual(place.split('.'));
  }
});
