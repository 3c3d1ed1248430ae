import { bitsOf } from '@ucp/kit/contact-bits';
import { expect, test } from 'vitest';
import type { Filter } from '../domain/definition.ts';
import type { ActivityEvent, BehaviorEvent } from '../domain/event.ts';
import { readDefinition } from '../domain/read-definition.ts';
import type { Occurrence } from '../domain/rehearsal/admit.ts';
import { definitionFrom } from '../domain/templates/templates.ts';
import { absentPeers } from '../peers/absent-peers.ts';
import type { PastDecision } from '../peers/past.ts';
import { type RehearsalSources, rehearse } from './rehearse.ts';

const now = new Date('2026-03-31T12:00:00Z');
const day = (text: string): Date => new Date(`2026-03-${text}Z`);
const allowed: PastDecision = { allowed: true, decidedBy: null, retryAt: null };

/** What a test says of the past. */
interface Story {
  readonly fired?: readonly Occurrence[];
  readonly did?: readonly (readonly [number, ActivityEvent | BehaviorEvent])[];
  readonly matches?: (at: Date, filter: Filter, contactNo: number) => boolean;
  readonly decides?: (channel: string, contactNo: number, at: Date) => PastDecision;
}

const happened = { identifierKind: '', identifierValue: '' } as const;
const conversion = (at: Date): BehaviorEvent => ({
  is: 'BEHAVIOR',
  name: 'conversion',
  at,
  properties: {},
  ...happened,
});
const opening = (at: Date): ActivityEvent => ({
  is: 'ACTIVITY',
  channel: 'EMAIL',
  kind: 'OPEN',
  at,
  machine: false,
  campaign: null,
  link: null,
  sendId: null,
  again: false,
  ...happened,
});

function past({ fired = [], did = [], matches = () => false, decides = () => allowed }: Story): RehearsalSources & {
  readonly asked: string[];
} {
  const asked: string[] = [];
  const newest = [...fired].sort((a, b) => b.at.getTime() - a.at.getTime());
  const of = <Kind extends 'ACTIVITY' | 'BEHAVIOR'>(kind: Kind) => {
    const events = new Map<number, Extract<ActivityEvent | BehaviorEvent, { is: Kind }>[]>();
    for (const [no, event] of did) if (event.is === kind) events.set(no, [...(events.get(no) ?? []), Object(event)]);
    return events;
  };
  return {
    asked,
    spent: () => 0,
    behaviorTimes: async (_account, _condition, _stretch, most) => newest.slice(0, most),
    behaviorsOf: async () => of('BEHAVIOR'),
    people: {
      ...absentPeers.people,
      factsOf: async (_account, contactNos) =>
        new Map(contactNos.map((no) => [no, { fields: {}, timeZone: 'America/Chicago' }])),
    },
    past: {
      activity: async (_account, _condition, _stretch, most) => newest.slice(0, most),
      eventsOf: async () => of('ACTIVITY'),
      segmentMoves: async () => null,
      matches: async (_account, at, filters, contactNos) => {
        asked.push(`${at.toISOString()} ${[...contactNos].sort().join(' ')}`);
        return filters.map((filter) => bitsOf(contactNos.filter((no) => matches(at, filter, no))));
      },
      decisions: async (_account, channel, sends) => sends.map(({ contactNo, at }) => decides(channel, contactNo, at)),
    },
  };
}

const run = (sources: RehearsalSources, definition: object, over = 'P30D') =>
  rehearse(sources, 1, { workflowNo: 1, version: 1, definition: readDefinition(definition) }, over, now);

test('cart abandonment: who bought got nothing, who may not be texted a mail, and whose night it was their text in the morning', async () => {
  const sources = past({
    fired: [1, 2, 3, 4].map((contactNo) => ({ contactNo, at: day('10T09:00:00') })),
    did: [[1, conversion(day('10T20:00:00'))]],
    decides: (channel, contactNo) => {
      if (channel === 'SMS' && contactNo === 2) return { allowed: false, decidedBy: 'CONSENT', retryAt: null };
      if (channel === 'SMS' && contactNo === 3)
        return { allowed: false, decidedBy: 'SENDING_HOURS', retryAt: day('11T14:00:00') };
      if (contactNo === 4) return { allowed: false, decidedBy: 'SUPPRESSION', retryAt: null };
      return allowed;
    },
  });
  expect(await run(sources, definitionFrom('cart-abandonment', null))).toEqual({
    from: new Date('2026-03-01T12:00:00Z'),
    to: now,
    entered: 4,
    keptOut: 0,
    followed: 4,
    messages: [
      { channel: 'EMAIL', wouldSend: 1, wouldSkip: 1, skippedBecause: [{ rule: 'SUPPRESSION', count: 1 }] },
      {
        channel: 'SMS',
        wouldSend: 1,
        wouldSkip: 2,
        skippedBecause: [
          { rule: 'SUPPRESSION', count: 1 },
          { rule: 'CONSENT', count: 1 },
        ],
      },
    ],
    ends: [
      { step: 'left', state: 'EXITED', count: 3 },
      { step: 'bought', state: 'COMPLETED', count: 1 },
    ],
  });
});

test('entry and branches are asked as of the moment at which they would have been, those of one moment together', async () => {
  const filter = { tag: { in: ['hot'] } };
  const sources = past({
    fired: [
      { contactNo: 1, at: day('10T09:00:00') },
      { contactNo: 2, at: day('10T09:00:00') },
      { contactNo: 1, at: day('12T09:00:00') },
      { contactNo: 3, at: day('13T09:00:00') },
    ],
    matches: (_at, _filter, contactNo) => contactNo !== 3,
  });
  const answer = await run(sources, {
    trigger: { behavior: { name: 'visit' } },
    entry: filter,
    steps: [
      { key: 'wait', wait: { untilTime: { at: '09:00' } } },
      { key: 'who', branch: { paths: [{ name: 'hot', when: filter, next: 'warm' }] }, next: 'end' },
      { key: 'warm', goal: {} },
    ],
  });
  expect([...sources.asked].sort()).toEqual([
    '2026-03-10T09:00:00.000Z 1 2',
    '2026-03-10T14:00:00.000Z 1 2',
    '2026-03-12T09:00:00.000Z 1',
    '2026-03-13T09:00:00.000Z 3',
  ]);
  expect(answer).toMatchObject({
    entered: 2,
    keptOut: 2,
    followed: 2,
    ends: [{ step: 'warm', state: 'COMPLETED', count: 2 }],
  });
});

test('who would have been inside still, or may not enter again so soon, is kept out', async () => {
  const fired = ['10T09:00:00', '10T10:00:00', '11T12:00:00', '16T09:00:00'].map((at) => ({
    contactNo: 1,
    at: day(at),
  }));
  const steps = [{ key: 'wait', wait: { for: 'P3D' } }];
  const trigger = { behavior: { name: 'visit' } };
  expect(await run(past({ fired }), { trigger, reentry: { after: 'P1D' }, steps })).toMatchObject({
    entered: 2,
    keptOut: 2,
    followed: 2,
  });
  expect(await run(past({ fired }), { trigger, steps })).toMatchObject({ entered: 1, keptOut: 3, followed: 1 });
  // The second is inside still and takes no turn: the third comes when the first has left, and a day after it.
  const often = ['10T09:00:00', '13T08:00:00', '13T10:00:00'].map((at) => ({ contactNo: 1, at: day(at) }));
  expect(await run(past({ fired: often }), { trigger, reentry: { after: 'P1D' }, steps })).toMatchObject({
    entered: 2,
    keptOut: 1,
    followed: 2,
  });
});

test('a wait for a filter and the goal are looked at while time passes; who waits still is where they wait', async () => {
  const quiet = { tag: { in: ['quiet'] } };
  const bought = { tag: { in: ['bought'] } };
  const sources = past({
    fired: [1, 2, 3].map((contactNo) => ({ contactNo, at: day('02T09:00:00') })),
    matches: (at, filter, contactNo) =>
      JSON.stringify(filter) === JSON.stringify(quiet)
        ? contactNo === 1 && at > day('20T00:00:00')
        : contactNo === 2 && at > day('05T00:00:00'),
  });
  const answer = await run(sources, {
    trigger: { behavior: { name: 'visit' } },
    goal: bought,
    steps: [
      { key: 'quiet', waitUntil: { filter: quiet, timeout: 'P1Y' } },
      { key: 'mail', send: { channel: 'EMAIL', content: { subject: 'Hi', text: 'Hello' } } },
    ],
  });
  expect(answer).toMatchObject({ messages: [{ channel: 'EMAIL', wouldSend: 1, wouldSkip: 0 }] });
  expect(answer.ends).toHaveLength(3);
  expect(answer.ends).toEqual(
    expect.arrayContaining([
      { step: 'mail', state: 'COMPLETED', count: 1 },
      { step: 'quiet', state: 'COMPLETED', count: 1 },
      { step: 'quiet', state: 'WAITING', count: 1 },
    ]),
  );
  // The moments are the same for all who wait.
  expect(sources.asked.length).toBeLessThan(100);
});

test('what somebody does counts from when they wait for it; to a message that was never sent nobody replied', async () => {
  const steps = (own: boolean) => [
    { key: 'mail', send: { channel: 'EMAIL', content: { subject: 'Hi', text: 'Hello' } } },
    { key: 'wait', wait: { for: 'P2D' } },
    { key: 'open', waitUntil: { activity: { kinds: ['OPEN'] }, own, timeout: 'P5D', onTimeout: 'no' } },
    { key: 'yes', goal: {} },
    { key: 'no', exit: {} },
  ];
  const story: Story = {
    fired: [1, 2].map((contactNo) => ({ contactNo, at: day('10T09:00:00') })),
    did: [
      [1, opening(day('11T09:00:00'))],
      [2, opening(day('13T09:00:00'))],
    ],
  };
  const trigger = { behavior: { name: 'visit' } };
  expect((await run(past(story), { trigger, steps: steps(false) })).ends).toEqual(
    expect.arrayContaining([
      { step: 'yes', state: 'COMPLETED', count: 1 },
      { step: 'no', state: 'EXITED', count: 1 },
    ]),
  );
  expect((await run(past(story), { trigger, steps: steps(true) })).ends).toEqual([
    { step: 'no', state: 'EXITED', count: 2 },
  ]);
});

test('of very many the newest are looked at, and the answer says since when', async () => {
  const fired = Array.from({ length: 1_200 }, (_, i) => ({
    contactNo: i,
    at: new Date(now.getTime() - (i + 1) * 60_000),
  }));
  const steps = [{ key: 'out', exit: {} }];
  const trigger = { behavior: { name: 'visit' } };
  const everybody = past({ fired, matches: () => true });
  expect(await run(everybody, { trigger, entry: { tag: { in: ['a'] } }, steps })).toMatchObject({
    from: new Date(now.getTime() - 500 * 60_000),
    entered: 500,
    keptOut: 0,
  });
  expect(await run(everybody, { trigger, steps })).toMatchObject({
    from: new Date('2026-03-01T12:00:00Z'),
    entered: 1_200,
    followed: 1_000,
    ends: [{ step: 'out', state: 'EXITED', count: 1_000 }],
  });
});

test('where the others take long to answer, less is looked at', async () => {
  const fired = Array.from({ length: 200 }, (_, i) => ({
    contactNo: i,
    at: new Date(now.getTime() - (i + 1) * 60_000),
  }));
  const steps = [{ key: 'out', exit: {} }];
  const trigger = { behavior: { name: 'visit' } };
  const sources = past({ fired, matches: () => true });
  const slow = { ...sources, spent: () => sources.asked.length * 40 };
  expect(await run(slow, { trigger, entry: { tag: { in: ['a'] } }, steps })).toMatchObject({
    from: new Date(now.getTime() - 100 * 60_000),
    entered: 100,
    followed: 100,
  });
});

test('what nobody knows and what is too long is said', async () => {
  const steps = [{ key: 'out', exit: {} }];
  await expect(run(past({}), { trigger: { manual: true }, steps }, 'P91D')).rejects.toThrow(
    '"over" is at most P90D, got "P91D"',
  );
  await expect(run(past({}), { trigger: { segment: { id: 'seg_1' } }, steps })).rejects.toThrow('is not tracked');
  expect(await run(past({}), { trigger: { manual: true }, steps })).toMatchObject({
    entered: 0,
    messages: [],
    ends: [],
  });
});

test('a birthday comes by the account’s time zone, so many days before', async () => {
  const sources = past({});
  const days: string[] = [];
  const answer = await run(
    {
      ...sources,
      people: {
        ...sources.people,
        timeZoneOf: async () => 'America/Chicago',
        contactsOfDays: async (_account, { days: asked }) => {
          days.push(...asked);
          return bitsOf(asked.includes('2026-03-31') ? [7] : []);
        },
      },
    },
    { trigger: { date: { field: 'birthday', daysBefore: 2 } }, steps: [{ key: 'out', exit: {} }] },
    'P3D',
  );
  // It is seven in the morning there, and the time of day has not come.
  expect(days).toEqual(['2026-04-01', '2026-03-31', '2026-03-30']);
  expect(answer.entered).toBe(1);
});
