import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSenders, openLocalSenders } from '../kit/local-senders.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const hour = 3_600_000;
let system: System;
let story: Story;
let senders: LocalSenders;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  senders = await openLocalSenders(story);
});
afterAll(async () => {
  await senders.close();
  await system.stop();
});

let next = 0;
async function reader(): Promise<{ id: string; number: string }> {
  const number = `+1512555${1_000 + ++next}`;
  const id = await story.contact({ mobile: number });
  await story.consent('sms', number, 'GRANTED');
  return { id, number };
}
const settings = async (input: object) => {
  const { data } = await story.ask(
    'mutation ($input: SmsSettingsInput!) { smsSettingsUpdate(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(data.smsSettingsUpdate.userErrors).toEqual([]);
};
async function live(name: string, steps: readonly object[]): Promise<string> {
  const { data } = await story.ask(
    'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
    { input: { name, definition: { trigger: { manual: true }, steps } } },
  );
  expect(data.workflowSave.userErrors).toEqual([]);
  const { id } = data.workflowSave.workflow;
  const published = await story.ask('mutation ($id: ID!) { workflowPublish(id: $id) { userErrors { message } } }', {
    id,
  });
  expect(published.data.workflowPublish.userErrors).toEqual([]);
  return id;
}
async function start(workflowId: string, contactId: string): Promise<string> {
  const { data } = await story.ask(
    'mutation ($w: ID!, $c: ID!) { enrollmentStart(workflowId: $w, contactId: $c) { enrollment { id } userErrors { message } } }',
    { w: workflowId, c: contactId },
  );
  expect(data.enrollmentStart.userErrors).toEqual([]);
  return data.enrollmentStart.enrollment.id;
}
const shown = async (id: string) =>
  (
    await story.ask(
      'query ($id: ID!) { enrollment(id: $id) { state currentStep log { step decision message { status skippedBecause } } } }',
      { id },
    )
  ).data.enrollment;
const text = (body: string, more: object = {}) => ({ send: { channel: 'SMS', content: { body }, ...more } });
/** Lets the rules' clock stand at a time of day in UTC, `days` days from now on. */
const goTo = (days: number, hourOfDay: number): void => {
  const now = Date.now() + system.clock.offset();
  const target = new Date(now + days * 24 * hour).setUTCHours(hourOfDay, 0, 0, 0);
  system.clock.setOffset(target - Date.now());
};

test('a clock that jumps by two days runs each step once, and sends obey hours and caps: nothing leaves in a heap', async () => {
  // By the area code all are in Texas: at 18:00 UTC it is noon or one o'clock there, at 08:00 UTC it is the night.
  goTo(1, 18);
  await settings({
    sendingHours: { from: '08:00', until: '21:00' },
    frequencyCaps: [{ sends: 1, within: 'P1D' }],
  });
  const people = await Promise.all(Array.from({ length: 6 }, reader));
  const soon = await live('Soon', [
    { key: 'day', wait: { for: 'P1D' } },
    { key: 'first', ...text('first', { ifSkipped: 'EXIT' }) },
    { key: 'more', wait: { for: 'P1D' } },
    { key: 'second', ...text('second', { ifSkipped: 'EXIT' }) },
  ]);
  const later = await live('Later', [
    { key: 'days', wait: { for: 'P4D' } },
    { key: 'third', ...text('third') },
  ]);
  const [going, waiting]: string[][] = [[], []];
  for (const { id } of people) {
    going?.push(await start(soon, id));
    waiting?.push(await start(later, id));
  }
  const all = async (ids: readonly string[] = []) => Promise.all(ids.map(shown));
  const texts = () => people.map(({ number }) => senders.textsTo(number));
  const each = (...expected: string[]) => people.map(() => expected);

  // Two days and a night: the first message is due for a day and a half, and it is four in the morning where it goes.
  goTo(3, 8);
  await expect
    .poll(async () => (await all(going)).map(({ currentStep }) => currentStep), { timeout: 60_000 })
    .toEqual(people.map(() => 'first'));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(texts()).toEqual(each());
  goTo(0, 18);
  await expect.poll(texts, { timeout: 60_000 }).toEqual(each('first'));
  await expect
    .poll(async () => (await all(going)).map(({ currentStep }) => currentStep), { timeout: 60_000 })
    .toEqual(people.map(() => 'more'));
  // What was not due did not leave: neither what comes a day later nor the other workflow's.
  expect((await all(waiting)).map(({ state, currentStep }) => `${state} ${currentStep}`)).toEqual(
    people.map(() => 'WAITING days'),
  );
  // The next jump makes two due for everybody: the cap lets one of them go.
  goTo(2, 18);
  await expect.poll(async () => texts().map((list) => list.length), { timeout: 60_000 }).toEqual(people.map(() => 2));
  await expect
    .poll(
      async () => (await all(going)).map(({ state }) => state).concat((await all(waiting)).map(({ state }) => state)),
      { timeout: 60_000 },
    )
    .not.toContain('ACTIVE');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (const list of texts()) {
    expect(list).toHaveLength(2);
    expect(new Set(list).size).toBe(2);
  }
  for (const { log } of [...(await all(going)), ...(await all(waiting))]) {
    const decisions = log.map(({ step, decision }: { step: string; decision: string }) => `${step} ${decision}`);
    expect(new Set(decisions).size).toBe(decisions.length);
  }
}, 300_000);

/** `npm run test:full` races a thousand. */
const raced = Number(process.env.UCP_STOP_SENDS ?? 150);
/** Messages of one workflow, which has at most so many steps. */
const ofOne = 100;
/** Milliseconds after which a STOP has its effect. A figure is printed; it fails at three times the bound. */
const effect = 1_000;

/** All texts that the channel was asked for. */
async function texts(): Promise<{ contact: { id: string }; state: string; claimedAt: string | null }[]> {
  const found = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await story.ask(
      'query ($after: String) { smsSends(first: 200, after: $after) { nodes { contact { id } state claimedAt } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    found.push(...data.smsSends.nodes);
    ({ hasNextPage: more, endCursor: after } = data.smsSends.pageInfo);
  }
  return found;
}

/** Makes what is raced last so many seconds, or the STOP may come behind all of it. */
async function sendFor(seconds: number): Promise<void> {
  const { data } = await story.ask('{ smsSenders { id name } }');
  const { id } = data.smsSenders.find(({ name }: { name: string }) => name === 'twilio');
  const changed = await story.ask(
    'mutation ($input: SmsSenderUpdateInput!) { smsSenderUpdate(input: $input) { userErrors { message } } }',
    { input: { id, perSecond: Math.ceil(raced / seconds) } },
  );
  expect(changed.data.smsSenderUpdate.userErrors).toEqual([]);
}

test('a STOP that races queued messages of workflows: none is claimed after it, and each enrollment says why', async () => {
  await settings({ sendingHours: null, frequencyCaps: [] });
  // While they enroll hardly anything goes out, however long that takes.
  await sendFor(raced);
  const { id, number } = await reader();
  const counts = Array.from({ length: Math.ceil(raced / ofOne) }, (_, i) => Math.min(ofOne, raced - i * ofOne));
  const enrollments = await Promise.all(
    counts.map(async (count, w) => {
      const steps = Array.from({ length: count }, (_, i) => ({ key: `say${i}`, ...text(`flood ${w} ${i}`) }));
      return start(await live(`Flood ${w}`, steps), id);
    }),
  );
  await expect.poll(() => senders.textsTo(number).length, { interval: 5 }).toBeGreaterThan(0);
  await sendFor(30);
  await story.text(number, 'STOP');
  const stoppedAt = Date.now();
  const messages = async (): Promise<{ status: string; skippedBecause: string | null }[]> =>
    (await Promise.all(enrollments.map(shown))).flatMap(({ log }) =>
      log.flatMap(({ message }: { message: object | null }) => message ?? []),
    );
  await expect
    .poll(async () => (await messages()).filter(({ status }) => status === 'QUEUED'), { timeout: 60_000 })
    .toEqual([]);
  const gone = (await texts()).filter(({ contact, state }) => contact.id === id && state === 'SENT');
  const commit = stoppedAt + system.clock.offset();
  expect(gone.filter(({ claimedAt }) => Date.parse(claimedAt ?? '') > commit)).toEqual([]);
  const late = (senders.newestTextAt(number)?.getTime() ?? 0) - stoppedAt;
  console.info(`${raced} messages, ${gone.length} sent; the last was handed over ${late} ms after the STOP's answer`);
  expect(late).toBeLessThan(3 * effect);
  const told = await messages();
  const kept = told.filter(({ status }) => status === 'SKIPPED');
  // It came in the middle, and what was left says why it was not sent.
  expect(kept.length).toBeGreaterThan(0);
  expect(new Set(kept.map(({ skippedBecause }) => skippedBecause))).toEqual(new Set(['CONSENT']));
  expect(told).toHaveLength(raced);
  expect(senders.textsTo(number)).toHaveLength(gone.length);
  expect(gone).toHaveLength(raced - kept.length);
}, 300_000);
