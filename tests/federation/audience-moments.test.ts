import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const day = 86_400_000;
const ada = { email: 'ada@example.com', mobile: '+15125550123' };
/** Each true of her at one of the two moments, and of nobody at the other. */
const filters = {
  'clicked within a week': { email: { did: [{ kinds: ['CLICK'], within: 'P7D' }] } },
  'opened twice': { email: { did: [{ kinds: ['OPEN'], atLeast: 2 }] } },
  'may be texted': { sms: { canSend: true } },
  'has consented': { sms: { consent: { given: true } } },
  'visited the site': { behavior: { name: 'site_visit', within: 'P7D' } },
  'clicked and replied together': {
    together: {
      within: 'P2D',
      all: [{ email: { did: [{ kinds: ['CLICK'] }] } }, { sms: { did: [{ kinds: ['REPLY'] }] } }],
    },
  },
  'has points': { score: { atLeast: 3 } },
} as const;

let system: System;
let story: Story;
let id: string;
let then: string;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  id = await story.contact({ email: ada.email }, { mobile: ada.mobile });
  await story.contact({ email: 'nobody@example.com' });
  await story.ask('mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }', {
    input: {
      rules: [
        {
          name: 'clicks',
          part: 'ACTIONS',
          points: 3,
          perInstance: true,
          within: 'P7D',
          when: { email: { did: [{ kinds: ['CLICK'] }] } },
        },
      ],
    },
  });
  await story.consent('sms', ada.mobile, 'GRANTED');
  await story.emailEvent(ada.email, 'open');
  await story.emailEvent(ada.email, 'click');
  const visit = { key: 'visit', name: 'site_visit', identifier: { email: ada.email } };
  await story.ask('mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted } }', {
    events: [visit],
  });
  then = new Date(Date.now() + 2_000).toISOString();
  system.clock.setOffset(10 * day);
  await story.emailEvent(ada.email, 'open', { timestamp: Math.floor((Date.now() + 9 * day) / 1_000) });
  await story.text(ada.mobile, 'STOP');
});
afterAll(() => system.stop());

const sizeOf = async (filter: object, at?: string) => {
  const { data, errors } = await story.ask(
    'query ($filter: AudienceFilter!, $at: DateTime) { audience(filter: $filter, at: $at) { size contacts { nodes { id } } } }',
    { filter, at },
  );
  expect(errors).toBeUndefined();
  expect(data.audience.contacts.nodes).toHaveLength(data.audience.size);
  return data.audience.size;
};

test('an audience is asked as of another moment: windows, points and consent are of then', async () => {
  const sizes: Record<string, [number, number]> = {};
  for (const [name, filter] of Object.entries(filters))
    sizes[name] = [await sizeOf(filter, then), await sizeOf(filter)];
  expect(sizes).toEqual({
    'clicked within a week': [1, 0],
    'opened twice': [0, 1],
    'may be texted': [1, 0],
    'has consented': [1, 0],
    'visited the site': [1, 0],
    'clicked and replied together': [0, 0],
    'has points': [1, 0],
  });
});

test('membership, score and leads of then agree, for one contact as for all', async () => {
  const why =
    'query ($segment: ID!, $contact: ID!, $at: DateTime) { segment(id: $segment) { membership(contactId: $contact, at: $at) { member } } }';
  for (const [name, filter] of Object.entries(filters)) {
    const { data } = await story.ask(
      'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { message } } }',
      { input: { name, filter } },
    );
    const segment = data.segmentCreate.segment.id;
    for (const at of [then, undefined]) {
      const answer = await story.ask(why, { segment, contact: id, at });
      expect([name, at, answer.data.segment.membership.member]).toEqual([name, at, (await sizeOf(filter, at)) === 1]);
    }
  }
  const { data } = await story.ask(
    'query ($id: ID!, $at: DateTime) { contact(id: $id) { now: score { total } before: score(at: $at) { total } } leads(at: $at) { nodes { contact { id } total } } }',
    { id, at: then },
  );
  expect(data).toEqual({
    contact: { now: { total: 0 }, before: { total: 3 } },
    leads: { nodes: [{ contact: { id }, total: 3 }] },
  });
});

test('a moment that is still to come is refused', async () => {
  const later = new Date(Date.now() + 11 * day).toISOString();
  const { errors } = await story.ask('query ($at: DateTime) { audience(filter: { all: [] }, at: $at) { size } }', {
    at: later,
  });
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining(`got ${later}`),
    extensions: { code: 'BAD_USER_INPUT', field: ['at'] },
  });
});
