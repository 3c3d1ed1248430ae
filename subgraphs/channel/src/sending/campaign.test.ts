import { bitsOf, encodeBits } from '@ucp/kit/contact-bits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CampaignProgress } from '../actions/campaign-sends.ts';
import { messageId } from '../actions/message-ids.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { takes } from '../testing/post-office.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
  await letters.channel.sending?.templates.set(
    1,
    { key: 'spring', name: 'Spring', content: { text: 'Dear {first_name}' } },
    'key:test',
  );
});
afterAll(() => letters.stop());

const campaigns = () => {
  const { sending } = letters.channel;
  if (sending === null) throw new Error('letters are not sent');
  return sending.campaigns;
};
const begin = (key: string, contactNos: readonly number[], more: object = {}) =>
  campaigns().begin(
    1,
    { key, name: `The ${key}`, template: 'spring', contacts: encodeBits(bitsOf(contactNos)), ...more },
    'key:test',
  );
const progressOf = async (key: string): Promise<CampaignProgress | undefined> =>
  (await campaigns().progress(1, [key]))[0];
const people = (count: number, consent?: string) =>
  Array.from({ length: count }, () => letters.person(consent === undefined ? {} : { consent }));
/** Everybody is counted once. */
const total = ({ unqueued, states }: CampaignProgress): number =>
  unqueued + states.reduce((sum, { count }) => sum + count, 0);
const countOf = (progress: CampaignProgress | undefined, state: string): number =>
  progress?.states.find((each) => each.state === state)?.count ?? 0;

test('a campaign goes to exactly those who may be messaged when it is claimed; the rest is listed with its reason', async () => {
  const [agreed, never, stopping] = [people(30), people(12, 'NONE'), people(3)];
  const nobody = 60_000;
  await begin('first', [...agreed, ...never, ...stopping, nobody]);
  for (const contactNo of stopping) await letters.say(contactNo, 'STOP');
  await letters.drain();
  const progress = await progressOf('first');
  expect(progress).toMatchObject({ state: 'DONE', size: 46, unqueued: 0, name: 'The first' });
  expect(progress === undefined ? 0 : total(progress)).toBe(46);
  expect([countOf(progress, 'SENT'), countOf(progress, 'SKIPPED')]).toEqual([30, 16]);
  expect([...(progress?.skipped ?? [])].sort((a, b) => (a.rule < b.rule ? -1 : 1))).toEqual([
    { rule: 'ADDRESS', count: 1 },
    { rule: 'CONSENT', count: 15 },
  ]);
  expect(letters.post.taken.map(({ to }) => to).sort()).toEqual(agreed.map(letters.addressOf).sort());
});

test('the same key begins a campaign once; another input under it is a mismatch', async () => {
  const [ada] = people(1);
  const contactNos = [ada ?? 0];
  const progress = await begin('twice', contactNos);
  expect(await begin('twice', contactNos)).toEqual(progress);
  await expect(begin('twice', contactNos, { name: 'Another' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  await letters.drain();
  expect(countOf(await progressOf('twice'), 'SENT')).toBe(1);
});

test('a campaign that is held claims nothing, goes on where it was, and ends for good when it is canceled', async () => {
  const everybody = people(1_200);
  await begin('held', everybody);
  letters.post.answers = async (message) => {
    await campaigns().pause(1, 'held');
    return takes(message);
  };
  await letters.drain();
  letters.post.answers = takes;
  const held = await progressOf('held');
  const sent = countOf(held, 'SENT');
  expect([held?.state, sent > 0, sent < 1_000, held === undefined ? 0 : total(held)]).toEqual([
    'PAUSED',
    true,
    true,
    1_200,
  ]);
  await letters.drain();
  expect(countOf(await progressOf('held'), 'SENT')).toBe(sent);
  await campaigns().resume(1, 'held');
  letters.post.answers = async (message) => {
    await campaigns().cancel(1, 'held');
    return takes(message);
  };
  await letters.drain();
  letters.post.answers = takes;
  await letters.runCampaign('held');
  const canceled = await progressOf('held');
  expect(canceled?.state).toBe('CANCELED');
  expect(canceled === undefined ? 0 : total(canceled)).toBe(1_200);
  expect([countOf(canceled, 'QUEUED'), countOf(canceled, 'CLAIMED')]).toEqual([0, 0]);
  expect(countOf(canceled, 'SENT')).toBeGreaterThan(sent);
  await expect(campaigns().resume(1, 'held')).rejects.toMatchObject({
    message: 'The campaign is canceled and cannot become running',
  });
});

test('a campaign is no faster than it may be: after a pause and a jump of the clock one message leaves at once, not its backlog', async () => {
  await begin('slow', people(5), { perMinute: 10 });
  await letters.drain();
  expect(countOf(await progressOf('slow'), 'SENT')).toBe(1);
  letters.clock.setOffset(3_600_000);
  expect(await letters.runCampaign('slow')).toBeGreaterThan(5_000);
  expect(countOf(await progressOf('slow'), 'SENT')).toBe(2);
  letters.clock.setOffset(0);
  await campaigns().cancel(1, 'slow');
  await letters.runCampaign('slow');
  expect(await progressOf('slow')).toMatchObject({
    state: 'CANCELED',
    states: expect.arrayContaining([{ state: 'CANCELED', count: 3 }]),
  });
});

test('a message of a campaign that is done leaves when staff has it sent again after a review', async () => {
  const ada = letters.person();
  letters.post.answers = () => ({ keeps: false, says: { is: 'UNKNOWN', detail: 'cut' } });
  const told = letters.post.lookups;
  letters.post.lookups = () => ({ is: 'CANNOT_TELL', detail: 'It keeps no list.' });
  await begin('again', [ada]);
  await letters.drain();
  await letters.channel.sending?.lookUp(1);
  await letters.runCampaign('again');
  letters.post.answers = takes;
  letters.post.lookups = told;
  const message = (await letters.messages()).find(({ contactNo }) => contactNo === ada);
  expect([message?.state, (await progressOf('again'))?.state]).toEqual(['REVIEW', 'DONE']);
  const id = messageId(letters.channel.kind, 1, message?.messageNo ?? 0);
  await letters.channel.sending?.messages.decideReview(1, id, 'SEND_AGAIN');
  await letters.drain();
  expect((await letters.messages()).find(({ contactNo }) => contactNo === ada)?.state).toBe('SENT');
});
