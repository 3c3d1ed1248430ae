import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 3);
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const later = () => system.clock.setOffset(system.clock.offset() + 60_000);

/** People with one address each, and one with both kinds. */
const people = [
  [{ email: 'one@example.com' }],
  [{ mobile: '+15125550101' }],
  [{ email: 'two@example.com' }, { mobile: '+15125550102' }],
  [{ email: 'three@example.com' }],
] as const;
const emails = ['one@example.com', 'two@example.com', 'three@example.com'];
const mobiles = ['+15125550101', '+15125550102'];

/** What happens at addresses before anybody is merged. */
const happening = fc.oneof(
  fc.record({
    is: fc.constant('event' as const),
    at: fc.constantFrom(...emails),
    kind: fc.constantFrom('open', 'click', 'spamreport'),
  }),
  fc.record({
    is: fc.constant('text' as const),
    at: fc.constantFrom(...mobiles),
    body: fc.constantFrom('STOP', 'START', 'hello'),
  }),
  fc.record({
    is: fc.constant('consent' as const),
    at: fc.constantFrom(...emails, ...mobiles),
    state: fc.constantFrom('GRANTED', 'GRANTED', 'WITHDRAWN'),
    topic: fc.boolean(),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;
/** Contacts to merge, or the number of the merge to take back, by what there is when its turn comes. */
const move = fc.oneof(fc.record({ merge: fc.tuple(fc.nat(3), fc.nat(3)) }), fc.record({ unmerge: fc.nat(5) }));
const history = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 6 }),
  moves: fc.array(move, { minLength: 1, maxLength: 6 }),
});

async function tell(story: Story, { happenings }: { readonly happenings: readonly Happening[] }) {
  for (const each of happenings) {
    if (each.is === 'event') await story.emailEvent(each.at, each.kind);
    else if (each.is === 'text') await story.text(each.at, each.body);
    else {
      const isEmail = each.at.includes('@');
      const topic = each.topic ? (isEmail ? 'news' : 'deals') : undefined;
      await story.consent(isEmail ? 'email' : 'sms', each.at, each.state, topic);
    }
  }
}

interface Shown {
  readonly id: string;
  readonly email: {
    readonly address: string;
    readonly news: Allowed;
    readonly all: Allowed;
    readonly consents: object[];
  } | null;
  readonly sms: {
    readonly number: string;
    readonly deals: Allowed;
    readonly all: Allowed;
    readonly consents: object[];
  } | null;
  readonly timeline: { readonly nodes: { readonly id: string; readonly channel: string | null }[] };
}
type Allowed = { readonly allowed: boolean };

const document = `query ($at: DateTime) { contacts(first: 200) { nodes { id createdAt identifiers { kind value primary from { id } } tags
  email { address status news: canSend(topic: "news", at: $at) { allowed decidedBy } all: canSend(at: $at) { allowed decidedBy }
    consents { address topic { key } state since } engagement { opens clicks complaints } }
  sms { number status deals: canSend(topic: "deals", at: $at) { allowed decidedBy } all: canSend(at: $at) { allowed decidedBy }
    consents { number topic { key } state since } engagement { replies } }
  timeline(first: 200) { nodes { id at channel kind } } } } }`;

const everything = async (story: Story, at: Date): Promise<Shown[]> => {
  const { data, errors } = await story.ask(document, { at });
  expect(errors).toBeUndefined();
  return data.contacts.nodes;
};

/** What happened on channels, as often as it is shown, whomever it is shown on. */
const happened = (shown: readonly Shown[]): string[] =>
  shown.flatMap(({ timeline }) => timeline.nodes.flatMap(({ id, channel }) => (channel === null ? [] : [id]))).sort();
/** Consent of every address, whomever it is shown on. */
const consents = (shown: readonly Shown[]): string[] =>
  shown
    .flatMap(({ email, sms }) =>
      [...(email?.consents ?? []), ...(sms?.consents ?? [])].map((each) => JSON.stringify(each)),
    )
    .sort();
/** Addresses that may be sent to, each as the primary of the contact it is shown on, with what for. */
const sendable = (shown: readonly Shown[]): string[] =>
  shown.flatMap(({ email, sms }) => [
    ...(email?.news.allowed ? [`${email.address} news`] : []),
    ...(email?.all.allowed ? [`${email.address} all`] : []),
    ...(sms?.deals.allowed ? [`${sms.number} deals`] : []),
    ...(sms?.all.allowed ? [`${sms.number} all`] : []),
  ]);

test('under any merges and unmerges every event and every consent stays as often and where it was, and permission never widens; taken back, all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (told) => {
      const story = await tellStory(system);
      const ids: string[] = [];
      for (const identifiers of people) {
        ids.push(await story.contact(...identifiers));
        later();
      }
      await tell(story, told);
      later();
      const at = new Date(Date.now() + system.clock.offset());
      const before = await everything(story, at);
      const [events, ledger, allowed] = [happened(before), consents(before), new Set(sendable(before))];
      const standing: string[] = [];
      const check = async () => {
        const shown = await everything(story, at);
        expect(happened(shown)).toEqual(events);
        expect(consents(shown)).toEqual(ledger);
        expect(sendable(shown).filter((each) => !allowed.has(each))).toEqual([]);
      };
      const takeBack = async (no: number) => {
        const [mergeId] = standing.splice(no % standing.length, 1);
        if (mergeId !== undefined) await story.unmerge(mergeId);
      };
      for (const each of told.moves) {
        if ('unmerge' in each) await takeBack(each.unmerge);
        else {
          const [one, other] = each.merge;
          if (one === other) continue;
          const mergeId = await story.merge(String(ids[one]), String(ids[other]));
          if (!standing.includes(mergeId)) standing.push(mergeId);
        }
        await check();
      }
      while (standing.length > 0) await takeBack(told.moves.length);
      expect(await everything(story, at)).toEqual(before);
    }),
    { numRuns },
  );
});

test('an address set by hand is the one that counts also where the survivor has none, in every part', async () => {
  const story = await tellStory(system);
  const sms = await story.contact({ mobile: '+15125550121' });
  later();
  const id = await story.contact({ email: 'old@example.com' }, { email: 'young@example.com' });
  const hand = 'mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }';
  await story.ask(hand, { input: { id, primary: [{ email: 'young@example.com' }] } });
  const mergeId = await story.merge(sms, id);
  const shown = 'query ($id: ID!) { contact(id: $id) { id identifiers { value primary } email { address } } }';
  const { data } = await story.ask(shown, { id });
  expect(data.contact).toMatchObject({ id: sms, email: { address: 'young@example.com' } });
  expect(data.contact.identifiers).toContainEqual({ value: 'young@example.com', primary: true });
  await story.unmerge(mergeId);
  expect((await story.ask(shown, { id })).data.contact).toMatchObject({ id, email: { address: 'young@example.com' } });
});

test('of contacts that are one, one goes on in a workflow; what the other was in the middle of stands still until they are apart', async () => {
  const story = await tellStory(system);
  const workflow = async (name: string): Promise<string> =>
    (
      await story.ask('mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } } }', {
        input: { name },
      })
    ).data.workflowSave.workflow.id;
  const [welcome, nurture] = [await workflow('Welcome'), await workflow('Nurture')];
  const ada = await story.contact({ email: 'ada@example.com' });
  later();
  const bob = await story.contact({ mobile: '+15125550111' });
  later();
  const eve = await story.contact({ email: 'eve@example.com' });
  const enrolled = (key: string, contactId: string, workflowId: string, day: number, more: object = {}) => ({
    key,
    contactId,
    workflowId,
    state: 'WAITING',
    currentStep: 'wait',
    enteredAt: `2026-03-0${day}T09:00:00Z`,
    ...more,
  });
  const { data } = await story.ask(
    'mutation ($enrollments: [EnrollmentRecordInput!]!) { enrollmentsRecord(enrollments: $enrollments) { userErrors { message } } }',
    {
      enrollments: [
        enrolled('ada-welcome', ada, welcome, 1, {
          state: 'COMPLETED',
          exitedAt: '2026-03-02T09:00:00Z',
          currentStep: null,
        }),
        enrolled('bob-welcome', bob, welcome, 2),
        enrolled('bob-nurture', bob, nurture, 4),
        enrolled('eve-nurture', eve, nurture, 3, { state: 'ACTIVE' }),
      ],
    },
  );
  expect(data.enrollmentsRecord.userErrors).toEqual([]);
  const statesOf = async (id: string) => {
    const answer = await story.ask(
      'query ($id: ID!) { contact(id: $id) { enrollments { nodes { workflow { name } enteredAt state exitedAt currentStep } } } }',
      { id },
    );
    return answer.data.contact.enrollments.nodes;
  };
  const waiting = async (): Promise<number> =>
    (
      await story.ask(
        'query ($id: ID!) { audience(filter: { workflow: { id: $id, state: [WAITING, ACTIVE] } }) { size } }',
        {
          id: welcome,
        },
      )
    ).data.audience.size;
  const apart = [await statesOf(ada), await statesOf(bob), await statesOf(eve)];
  expect(await waiting()).toBe(1);
  const mergeId = await story.merge(ada, bob, eve);
  expect(
    (await statesOf(eve)).map(({ workflow: { name }, state }: { workflow: { name: string }; state: string }) => [
      name,
      state,
    ]),
  ).toEqual([
    // Bob's: Eve entered first. Hers goes on.
    ['Nurture', 'PAUSED'],
    ['Nurture', 'ACTIVE'],
    // Bob's: the survivor went through it already.
    ['Welcome', 'PAUSED'],
    ['Welcome', 'COMPLETED'],
  ]);
  expect(await waiting()).toBe(0);
  await story.unmerge(mergeId);
  expect([await statesOf(ada), await statesOf(bob), await statesOf(eve)]).toEqual(apart);
  expect(await waiting()).toBe(1);
});
