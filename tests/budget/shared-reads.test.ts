import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type Answer, type System, startSystem } from '../kit/system.ts';

const profile = operations('unified-profile');
/** Profiles asked at the same time, each of a contact of its own. */
const concurrent = 32;
/** Contacts of either account that clicked, the second account's once more than the first's. */
const clicking = 4;

let system: System;
let stories: readonly [Story, Story];
let ids: readonly [readonly string[], readonly string[]];

/** Addresses are the same in both accounts, what happened is not. */
async function people(story: Story, count: number, more: number): Promise<string[]> {
  const made = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      story.contact({ email: `person${i}@example.com` }, { mobile: `+1512555${1000 + i}` }),
    ),
  );
  const clicks = Array.from({ length: clicking }, (_, i) =>
    Array.from({ length: i + more }, (_, n) => ({
      email: `person${i}@example.com`,
      event: 'click',
      timestamp: Math.floor(Date.now() / 1000) - 60 - n,
      sg_event_id: `click ${i} ${n}`,
      url: 'https://example.com',
    })),
  ).flat();
  expect((await story.sendGrid.post(story.sendGridUrl, clicks)).status).toBe(200);
  return made;
}

beforeAll(async () => {
  system = await startSystem({ background: false });
  stories = [await tellStory(system), await tellStory(system)];
  ids = [await people(stories[0], concurrent, 0), await people(stories[1], clicking, 1)];
});
afterAll(() => system.stop());

const ask = (which: 0 | 1, id: string | undefined, role: 'ADMIN' | 'ANALYST' = 'ADMIN'): Promise<Answer> =>
  system.ask(stories[which].keys[role], profile, { id });

/** What was told, without what each answer has of its own. */
const told = ({ data, errors }: Answer) => ({ data, refused: errors?.map(({ path }) => path) });

const askOneByOne = async (asking: readonly (() => Promise<Answer>)[]) => {
  const answers = [];
  for (const each of asking) answers.push(told(await each()));
  return answers;
};

test('profiles of one account that are asked at the same time share statements', async () => {
  const asking = ids[0].map((id) => () => ask(0, id));
  const alone = await askOneByOne(asking);
  expect(alone[3]?.data.contact).toMatchObject({
    email: { address: 'person3@example.com', engagement: { clicks: 3 } },
    score: { actions: 9 },
  });
  const answers = await Promise.all(asking.map((each) => each()));
  expect(answers.map(told)).toEqual(alone);
  for (const part of ['identity', 'email', 'sms', 'automation', 'profile']) {
    // Each request asks whose key it has.
    const sent = system.sent(part).filter((text) => !text.includes('key_by_hash')).length;
    expect(sent, `statements of ${part}`).toBeGreaterThan(0);
    expect(sent, `statements of ${part}`).toBeLessThan(concurrent);
  }
});

test('two accounts that are asked at the same time are told their own', async () => {
  const asking = ([0, 1] as const).flatMap((which) => ids[which].slice(0, clicking).map((id) => () => ask(which, id)));
  const alone = await askOneByOne(asking);
  expect(alone.map(({ data }) => data.contact.email.engagement.clicks)).toEqual([0, 1, 2, 3, 1, 2, 3, 4]);
  expect((await Promise.all(asking.map((each) => each()))).map(told)).toEqual(alone);
  // An id of the other account is unknown also while its own account asks for it.
  const [id] = ids[1];
  const [other, own] = await Promise.all([ask(0, id), ask(1, id)]);
  expect([other.data.contact, own.data.contact.email.address]).toEqual([null, 'person0@example.com']);
});

test('callers with other scopes are told what they may read, whoever asks for the same contact with them', async () => {
  const [, id] = ids[0];
  const asking = Array.from({ length: 8 }, (_, i) => () => ask(0, id, i % 2 === 0 ? 'ADMIN' : 'ANALYST'));
  const alone = await askOneByOne(asking);
  expect(alone[0]?.refused).toBeUndefined();
  expect(alone[1]?.refused).toContainEqual(['contact', 'email', 'address']);
  expect(alone[1]?.data.contact.email).toMatchObject({ address: null, engagement: { clicks: 1 } });
  expect((await Promise.all(asking.map((each) => each()))).map(told)).toEqual(alone);
});

const short = `query ($id: ID!) { contact(id: $id) {
  tags email { consents { state } engagement { clicks } } behaviors { nodes { name } }
  timeline { edges { node { kind } } } score { total } } }`;

test('a read right behind a commit sees it, while others read the same contact', async () => {
  const [story] = stories;
  const id = ids[0][31] ?? '';
  const seen = async () => {
    const { data, errors } = await story.ask(short, { id });
    expect(errors).toBeUndefined();
    const { email, behaviors, tags, timeline } = data.contact;
    return {
      clicks: email.engagement.clicks,
      consents: email.consents.length,
      behaviors: behaviors.nodes.length,
      tags: tags.length,
      entries: timeline.edges.length,
    };
  };
  const change = async (document: string, input: unknown) =>
    expect((await story.ask(document, { input })).errors).toBeUndefined();
  const expected = await seen();
  const before = (await story.ask(short, { id })).data.contact.score.total;
  let stopped = false;
  const readers = Array.from({ length: 3 }, async () => {
    while (!stopped) await story.ask(short, { id });
  });
  try {
    for (const n of [1, 2, 3]) {
      await story.emailEvent('person31@example.com', 'click', { sg_event_id: `now ${n}`, url: 'https://example.com' });
      expected.clicks++;
      expected.entries++;
      expect(await seen()).toEqual(expected);
      await change('mutation ($input: BehaviorInput!) { behaviorsTrack(events: [$input]) { accepted } }', {
        key: `bought ${n}`,
        name: 'conversion',
        identifier: { email: 'person31@example.com' },
      });
      expected.behaviors++;
      expected.entries++;
      expect(await seen()).toEqual(expected);
      await change('mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { outcome } }', {
        identifiers: [{ email: 'person31@example.com' }],
        addTags: [`label ${n}`],
      });
      expected.tags++;
      await change(
        'mutation ($input: String!) { emailTopicSet(key: $input, name: $input) { userErrors { message } } }',
        `topic${n}`,
      );
      await story.consent('email', 'person31@example.com', 'GRANTED', `topic${n}`);
      expected.consents++;
      expect(await seen()).toEqual(expected);
    }
    // Bought within 90 days, and three clicks.
    expect((await story.ask(short, { id })).data.contact.score.total).toBe(before + 10 + 9);
  } finally {
    stopped = true;
    await Promise.all(readers);
  }
});

test('within one mutation each field sees what those before it have written', async () => {
  const [story] = stories;
  const upsert = (alias: string, tag: string) =>
    `${alias}: contactUpsert(input: { identifiers: [{ email: "twice@example.com" }], addTags: ["${tag}"] }) {
      contact { tags email { consents { state } } } }`;
  const consent = `emailConsentRecord(input: { address: "twice@example.com", state: GRANTED,
    evidence: { method: FORM, occurredAt: "2026-01-05T10:00:00Z", statedText: "Yes", actor: "twice@example.com" } }) { userErrors { message } }`;
  await story.contact({ email: 'twice@example.com' });
  const { data, errors } = await story.ask(
    `mutation { ${upsert('a', 'one')} ${upsert('b', 'two')} ${consent} ${upsert('c', 'three')} }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    a: { contact: { tags: ['one'] } },
    b: { contact: { tags: ['one', 'two'] } },
    emailConsentRecord: { userErrors: [] },
    c: { contact: { tags: ['one', 'three', 'two'], email: { consents: [{ state: 'GRANTED' }] } } },
  });
});
