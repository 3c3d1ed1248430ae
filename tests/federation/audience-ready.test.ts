import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
const names = new Map<string, string>();
const daysAgo = (days: number): number => Math.floor(Date.now() / 1000) - days * 86_400;

beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
  const person = async (name: string, mobile: string | null): Promise<void> => {
    const identifiers = [{ email: `${name}@example.com` }, ...(mobile === null ? [] : [{ mobile }])];
    names.set(await story.contact(...identifiers), name);
  };
  await person('both', '+15125550101');
  await person('texted', '+15125550102');
  await person('bounced', null);
  await person('long-held', null);
  await person('stated', null);
  await person('quiet', null);
  await story.consent('sms', '+15125550101', 'GRANTED');
  await story.consent('sms', '+15125550102', 'GRANTED');
  await story.consent('email', 'both@example.com', 'GRANTED');
  // Engaged on both, within a week of each other: 3 for the click, 5 for the reply, 20 for both, 5 for both identifiers, and for three more.
  for (const day of [1, 2, 3, 4])
    await story.emailEvent('both@example.com', 'click', { timestamp: daysAgo(day), url: 'https://example.com/a' });
  await story.text('+15125550101', 'Count me in');
  await story.emailEvent('texted@example.com', 'unsubscribe');
  for (const day of [3, 2, 1])
    await story.emailEvent('bounced@example.com', 'bounce', {
      timestamp: daysAgo(day),
      sg_message_id: `bounced-${day}`,
      type: 'bounce',
    });
  // A bounce of an address that is held since long ago does not hold it anew.
  for (const day of [40, 39, 38, 1])
    await story.emailEvent('long-held@example.com', 'bounce', {
      timestamp: daysAgo(day),
      sg_message_id: `held-${day}`,
      type: 'bounce',
    });
  await story.emailEvent('stated@example.com', 'delivered', { timestamp: daysAgo(2) });
  const { data } = await story.ask(
    'mutation ($input: EmailStatusChangeInput!) { emailStatusChange(input: $input) { userErrors { message } } }',
    { input: { address: 'stated@example.com', status: 'HELD', reason: 'returned twice' } },
  );
  expect(data.emailStatusChange.userErrors).toEqual([]);
});
afterAll(() => system.stop());

test('an account begins with the segments of the product, and each has who belongs to it', async () => {
  const { data, errors } = await story.ask('{ segments { nodes { name size contacts { nodes { id } } } } }');
  expect(errors).toBeUndefined();
  const members = Object.fromEntries(
    data.segments.nodes.map(({ name, contacts }: { name: string; contacts: { nodes: { id: string }[] } }) => [
      name,
      contacts.nodes.map(({ id }) => names.get(id)),
    ]),
  );
  expect(members).toEqual({
    'Disengaged for 60 days': ['texted', 'bounced', 'long-held', 'stated', 'quiet'],
    'Engaged on email and by text this week': ['both'],
    'Hot leads': ['both'],
    'Left a cart within a week': [],
    'May be emailed': ['both'],
    'May be texted': ['both', 'texted'],
    'Newly held': ['bounced', 'stated'],
    'Reachable by text but not on email': ['texted'],
  });
});

test('who is newly held is told since when, and as of when it was not so', async () => {
  const { data } = await story.ask('{ segments(search: "Newly") { nodes { id } } }');
  const [{ id }] = data.segments.nodes;
  const [contact] = [...names].find(([, name]) => name === 'bounced') ?? expect.unreachable();
  const membership = async (day: number) => {
    const answer = await story.ask(
      `query ($id: ID!, $contact: ID!, $at: DateTime) { segment(id: $id) { membership(contactId: $contact, at: $at) {
        member because { predicate matched evidence { at channel kind } } } } }`,
      { id, contact, at: new Date(daysAgo(day) * 1_000 + 60_000).toISOString() },
    );
    return answer.data.segment.membership;
  };
  // The third bounce holds it.
  const told = await membership(0.5);
  expect(told).toMatchObject({
    member: true,
    because: [{ matched: true, evidence: [{ channel: 'EMAIL', kind: 'HELD' }] }],
  });
  expect(told.because[0].predicate).toBe('email status HELD status since within P7D');
  expect(Math.abs(new Date(told.because[0].evidence[0].at).getTime() / 1_000 - daysAgo(1))).toBeLessThan(120);
  expect((await membership(2)).member).toBe(false);
});

test('and is given them once: what it archives stays archived', async () => {
  const list = '{ segments(search: "cart") { nodes { id } } }';
  const [{ id }] = (await story.ask(list)).data.segments.nodes;
  await story.ask('mutation ($id: ID!) { segmentArchive(id: $id) { userErrors { message } } }', { id });
  expect((await story.ask(list)).data.segments.nodes).toEqual([]);
});
