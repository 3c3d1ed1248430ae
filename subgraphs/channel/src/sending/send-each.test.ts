import { CodedError } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SendInput } from '../actions/resolve-send.ts';
import { createLetters, type Letters } from '../testing/letters.ts';

let letters: Letters;

beforeEach(async () => {
  letters = await createLetters();
});
afterEach(() => letters.stop());

const inputOf = (contactNo: number, idempotencyKey: string, more: Partial<SendInput> = {}): SendInput => ({
  contactId: contactId(1, contactNo),
  content: { text: 'Hello' },
  idempotencyKey,
  ...more,
});
const asking = () => {
  const { sending } = letters.channel;
  if (sending === null) throw new Error('letters are not sent');
  return sending.ask;
};
const each = async (inputs: readonly SendInput[]) =>
  (await asking().each(1, inputs, 'workflow:1')).map((answer) =>
    answer instanceof CodedError ? `${answer.code}: ${answer.message}` : `${answer.state} ${answer.messageNo}`,
  );

test('many are asked for in one call as one by one, and again are the same', async () => {
  const people = [letters.person(), letters.person({ consent: 'WITHDRAWN' }), letters.person()];
  const inputs = people.map((no) => inputOf(no, `hello ${no}`));
  const first = await each(inputs);
  expect(first).toEqual(['QUEUED 1', 'SKIPPED 2', 'QUEUED 3']);
  expect(await each([...inputs].reverse())).toEqual([...first].reverse());
  await letters.drain();
  expect(await each(inputs)).toEqual(['SENT 1', 'SKIPPED 2', 'SENT 3']);
  expect(letters.post.taken).toHaveLength(2);
  const activity = await letters.channel.activity.newestOf(1, people, 10, null);
  expect(activity.map(({ kind }) => kind).sort()).toEqual(['QUEUED', 'QUEUED', 'SEND', 'SEND', 'SKIPPED']);
});

test('what is wrong with one keeps no other back', async () => {
  const [ada, bob] = [letters.person(), letters.person()];
  await asking().one(1, inputOf(ada, 'taken'), 'key:test');
  const answers = await each([
    inputOf(ada, 'taken'),
    inputOf(bob, 'taken'),
    inputOf(bob, 'twice'),
    inputOf(bob, 'twice'),
    inputOf(ada, 'twice'),
    inputOf(ada, ' '),
    inputOf(ada, 'no text', { content: null }),
    inputOf(ada, 'no template', { content: null, template: 'welcome' }),
    inputOf(ada, 'no topic', { topic: 'news' }),
    inputOf(ada, 'no sender', { sender: 'snd_letter_none' }),
    inputOf(999, 'nobody'),
    inputOf(ada, 'last'),
  ]);
  expect(answers).toEqual([
    'QUEUED 1',
    expect.stringContaining('IDEMPOTENCY_MISMATCH'),
    'QUEUED 2',
    'QUEUED 2',
    expect.stringContaining('IDEMPOTENCY_MISMATCH'),
    expect.stringContaining('BAD_USER_INPUT: "idempotencyKey" must have'),
    expect.stringContaining('Exactly one of "template" and "content"'),
    'NOT_FOUND: No template has the key "welcome"',
    'NOT_FOUND: No topic has the key "news"',
    'NOT_FOUND: No sender has the id "snd_letter_none"',
    expect.stringContaining('NOT_FOUND: No contact has the id'),
    'QUEUED 3',
  ]);
  expect(await letters.messages()).toHaveLength(3);
});

test('the same call at once is one message each, whoever is first', async () => {
  const inputs = Array.from({ length: 40 }, () => letters.person()).map((no) => inputOf(no, `raced ${no}`));
  const answers = await Promise.all([each(inputs), each([...inputs].reverse()), each(inputs)]);
  expect(answers[0]).toEqual(answers[2]);
  expect(answers[1]).toEqual([...(answers[0] ?? [])].reverse());
  expect(await letters.messages()).toHaveLength(40);
});

test('a thousand take as many statements as two, and more are refused', async () => {
  const people = Array.from({ length: 1_000 }, () => letters.person());
  const statementsOf = async (inputs: readonly SendInput[]): Promise<number> => {
    letters.statements.length = 0;
    expect(new Set((await each(inputs)).map((answer) => answer.split(' ')[0]))).toEqual(new Set(['QUEUED']));
    return letters.statements.length;
  };
  // What the text says, and whom identity knows, is kept from the first on.
  await each(people.slice(0, 1).map((no) => inputOf(no, 'first')));
  const two = await statementsOf(people.slice(0, 2).map((no) => inputOf(no, `two ${no}`)));
  const begun = performance.now();
  const thousand = await statementsOf(people.map((no) => inputOf(no, `all ${no}`)));
  expect(thousand).toBe(two);
  expect(two).toBeLessThanOrEqual(14);
  expect(performance.now() - begun).toBeLessThan(3_000);
  await expect(each([...people, 1].map((no) => inputOf(no, `more ${no}`)))).rejects.toThrow(
    '"inputs" takes at most 1000, got 1001',
  );
});

test('what speaks against messages to anybody is told without sending one', async () => {
  await letters.channel.sending?.templates.set(
    1,
    { key: 'welcome', name: 'Welcome', content: { text: 'Hi' } },
    'key:1',
  );
  const problems = await asking().problems(1, [
    inputOf(1, 'a', { content: null, template: 'welcome' }),
    inputOf(1, 'b', { content: null, template: 'gone' }),
    inputOf(1, 'c', { content: { words: 'Hello' } }),
    inputOf(1, 'd'),
  ]);
  expect(problems).toEqual([null, 'No template has the key "gone"', 'A letter has a text', null]);
  expect(await letters.messages()).toEqual([]);
  const { rows } = await letters.channel.db.pool.query('select count(*)::int as texts from message_content');
  expect(rows).toEqual([{ texts: 1 }]);
});
