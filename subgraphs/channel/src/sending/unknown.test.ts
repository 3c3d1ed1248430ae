import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messageId } from '../actions/message-ids.ts';
import type { SendReviewDecision } from '../domain/send-state.ts';
import { aboveAll, messagesBelow } from '../store/messages.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { postId, takes } from '../testing/post-office.ts';

let letters: Letters;
let truth: Letters['post']['lookups'];
beforeAll(async () => {
  letters = await createLetters();
  truth = letters.post.lookups;
});
afterAll(() => letters.stop());
afterEach(() => {
  letters.clock.setOffset(0);
  letters.post.answers = takes;
  letters.post.lookups = truth;
});

const messageOf = async (messageNo: number) =>
  (await letters.messages()).find((message) => message.messageNo === messageNo);
const timesTaken = (messageNo: number) =>
  letters.post.taken.filter((message) => message.messageNo === messageNo).length;
const lookUp = () => letters.channel.sending?.lookUp(1);
const vague = { is: 'UNKNOWN', detail: 'The connection was cut.' } as const;

test('a message the provider has, though its answer was lost, is found and not sent again', async () => {
  const asked = await letters.ask(letters.person());
  letters.post.answers = () => ({ keeps: true, says: vague });
  await letters.drain();
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'UNKNOWN', errorDetail: vague.detail });
  expect(await lookUp()).toBeNull();
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'SENT', providerMessageId: postId(asked) });
  expect(timesTaken(asked.messageNo)).toBe(1);
});

test('that a provider does not know a message counts only when it would have told by then', async () => {
  const asked = await letters.ask(letters.person());
  letters.post.answers = () => ({ keeps: false, says: vague });
  await letters.drain();
  letters.post.answers = takes;
  expect(await lookUp()).toBeGreaterThan(25_000);
  expect((await messageOf(asked.messageNo))?.state).toBe('UNKNOWN');
  letters.clock.setOffset(31_000);
  expect(await lookUp()).toBeNull();
  expect((await messageOf(asked.messageNo))?.state).toBe('QUEUED');
  await letters.drain();
  expect((await messageOf(asked.messageNo))?.state).toBe('SENT');
  expect(timesTaken(asked.messageNo)).toBe(1);
});

test.each([
  ['SENT', 'SENT', 1],
  ['NOT_SENT', 'FAILED', 0],
  ['SEND_AGAIN', 'SENT', 1],
] as const)('a message of which nobody can tell is decided by hand: %s', async (decision, state, taken) => {
  const asked = await letters.ask(letters.person());
  letters.post.answers = () => ({ keeps: decision === 'SENT', says: vague });
  letters.post.lookups = () => ({ is: 'CANNOT_TELL', detail: 'It keeps no list.' });
  await letters.drain();
  letters.post.answers = takes;
  await lookUp();
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'REVIEW', errorDetail: 'It keeps no list.' });
  const onReview = await messagesBelow(letters.channel.db, 1, aboveAll, 10, { states: ['REVIEW'], campaign: null });
  expect(onReview.map(({ messageNo }) => messageNo)).toEqual([asked.messageNo]);
  const id = messageId(letterChannel, 1, asked.messageNo);
  const decide = (by: SendReviewDecision) => letters.channel.sending?.messages.decideReview(1, id, by);
  await decide(decision);
  await letters.drain();
  expect((await messageOf(asked.messageNo))?.state).toBe(state);
  expect(timesTaken(asked.messageNo)).toBe(taken);
  if (decision === 'SENT') expect(await decide('SENT')).toMatchObject({ state: 'SENT' });
  if (decision === 'NOT_SENT') {
    await expect(decide('SEND_AGAIN')).rejects.toMatchObject({
      message: 'Only a message on review is decided, this one is FAILED',
    });
  }
});

test('one message of the provider is one of ours: of two with the same words nobody can tell whose it is', async () => {
  const person = letters.person();
  const sent = await letters.ask(person);
  await letters.drain();
  const asked = await letters.ask(person);
  letters.post.answers = () => ({ keeps: false, says: vague });
  await letters.drain();
  letters.post.lookups = () => ({ is: 'FOUND', providerMessageId: postId(sent) });
  await lookUp();
  expect((await messageOf(asked.messageNo))?.state).toBe('REVIEW');
  expect(await messageOf(sent.messageNo)).toMatchObject({ state: 'SENT', providerMessageId: postId(sent) });
});
