import { contactId } from '@ucp/kit/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

const ask = async ({ sending }: Channel, contactNo: number, text: string, key = 'once') =>
  sending?.ask.one(1, { contactId: contactId(1, contactNo), content: { text }, idempotencyKey: key }, 'key:test');

test('the same key fifty times at once, then after a restart, is one message and one answer', async () => {
  const ada = letters.person();
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(letters.channel, ada, 'Hello')));
  expect(new Set(answers.map((message) => message?.messageNo)).size).toBe(1);
  expect(await letters.messages()).toHaveLength(1);
  await letters.drain();
  const restarted = await letters.worker();
  expect(await ask(restarted.channel, ada, 'Hello')).toMatchObject({ messageNo: answers[0]?.messageNo, state: 'SENT' });
  expect(letters.post.taken).toHaveLength(1);
  const activity = await letters.channel.activity.newestOf(1, [ada], 10, null);
  expect(activity.map(({ kind }) => kind).sort()).toEqual(['QUEUED', 'SEND']);
});

test('the same key with anything else is a mismatch, and nothing is queued', async () => {
  const [ada, bob] = [letters.person(), letters.person()];
  await ask(letters.channel, ada, 'Hello', 'taken');
  const before = (await letters.messages()).length;
  for (const again of [
    () => ask(letters.channel, ada, 'Other', 'taken'),
    () => ask(letters.channel, bob, 'Hello', 'taken'),
  ]) {
    await expect(again()).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', field: ['input', 'idempotencyKey'] });
  }
  expect(await letters.messages()).toHaveLength(before);
  const raced = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => ask(letters.channel, ada, i % 2 === 0 ? 'One' : 'Two', 'raced')),
  );
  expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(await letters.messages()).toHaveLength(before + 1);
});

test('keys of workflows are refused, with the key, to all but parts of the system', async () => {
  const ada = letters.person();
  const before = (await letters.messages()).length;
  await expect(ask(letters.channel, ada, 'Mine', 'wf:1:1:greet')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    field: ['input', 'idempotencyKey'],
    message: expect.stringContaining('"wf:1:1:greet"'),
  });
  expect(await letters.messages()).toHaveLength(before);
  const input = { contactId: contactId(1, ada), content: { text: 'Hello' }, idempotencyKey: 'wf:1:1:greet' };
  const [own] = (await letters.channel.sending?.ask.each(1, [input], 'service:automation', true)) ?? [];
  expect(own).toMatchObject({ contactNo: ada });
});

test('what is asked wrongly is told, and queues nothing', async () => {
  const ada = contactId(1, letters.person());
  const before = (await letters.messages()).length;
  const wrong: readonly [object, object][] = [
    [{ contactId: 'nobody' }, { code: 'NOT_FOUND', field: ['input', 'contactId'] }],
    [{ contactId: contactId(1, 9_999) }, { code: 'NOT_FOUND', field: ['input', 'contactId'] }],
    [{ contactId: contactId(2, 1) }, { code: 'NOT_FOUND', field: ['input', 'contactId'] }],
    [{ topic: 'none' }, { code: 'NOT_FOUND', field: ['input', 'topic'] }],
    [{ sender: 'snd_letter_1' }, { code: 'NOT_FOUND', field: ['input', 'sender'] }],
    [
      { content: undefined, template: 'none' },
      { code: 'NOT_FOUND', field: ['input', 'template'] },
    ],
    [{ template: 'none' }, { code: 'BAD_USER_INPUT', field: ['input'] }],
    [{ content: {} }, { code: 'BAD_USER_INPUT', field: ['input', 'content', 'text'] }],
    [{ variables: [1] }, { code: 'BAD_USER_INPUT', field: ['input', 'variables'] }],
    [{ variables: { long: 'x'.repeat(10_001) } }, { code: 'BAD_USER_INPUT', field: ['input', 'variables'] }],
    [{ idempotencyKey: ' ' }, { code: 'BAD_USER_INPUT', field: ['input', 'idempotencyKey'] }],
  ];
  for (const [input, error] of wrong) {
    const asked = letters.channel.sending?.ask.one(
      1,
      { contactId: ada, content: { text: 'Hello' }, idempotencyKey: 'wrong', ...input },
      'key:test',
    );
    await expect(asked).rejects.toMatchObject(error);
  }
  expect(await letters.messages()).toHaveLength(before);
});
