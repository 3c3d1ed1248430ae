import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLetters, type Letters } from '../testing/letters.ts';
import type { PostAnswer } from '../testing/post-office.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

/** Everything that is kept of what a provider said. */
const kept = async (): Promise<string> => {
  const { rows } = await letters.channel.db.pool.query(
    `select error_detail as told from message where error_detail is not null
     union all select details::text from activity where kind = $1
     union all select detail from suppression_entry`,
    [letters.channel.kind.kinds.indexOf('REFUSED') + 1],
  );
  return rows.map(({ told }) => told).join('\n');
};
const saying = (detail: string): Record<string, PostAnswer['says']> => ({
  REFUSED: { is: 'REFUSED', code: '21211', detail, suppression: 'INVALID' },
  LATER: { is: 'LATER', code: '450', detail, afterMs: null },
  UNKNOWN: { is: 'UNKNOWN', detail },
});

test.each(['REFUSED', 'LATER', 'UNKNOWN'])(
  'a provider that names the recipient and another address (%s) leaves neither behind, on the message, in the timeline or on the suppression',
  async (is) => {
    const ada = letters.person();
    const asked = await letters.ask(ada);
    const address = letters.addressOf(ada);
    const says = saying(`No ${address}, nor ${address.toUpperCase()}, nor ada@home.example`)[is];
    letters.post.answers = () => ({ keeps: false, says: says ?? expect.unreachable() });
    await letters.drain();
    const told = await kept();
    expect(told).toContain('nor a…@home.example');
    expect(told.toLowerCase()).not.toContain(address);
    expect(told).not.toContain('ada@');
    expect((await letters.messages()).find(({ messageNo }) => messageNo === asked.messageNo)?.errorDetail).toMatch(
      /^No ….+, nor ….+, nor a…@home\.example$/,
    );
  },
);

test('what is said when a message is looked up is kept without addresses too', async () => {
  const bob = letters.person();
  const asked = await letters.ask(bob);
  letters.post.answers = () => ({ keeps: false, says: { is: 'UNKNOWN', detail: 'cut' } });
  letters.post.lookups = ({ to }) => ({ is: 'CANNOT_TELL', detail: `Two letters to ${to}` });
  await letters.drain();
  await letters.channel.sending?.lookUp(1);
  const message = (await letters.messages()).find(({ messageNo }) => messageNo === asked.messageNo);
  expect([message?.state, message?.errorDetail]).toEqual(['REVIEW', expect.stringMatching(/^Two letters to …/)]);
  expect(await kept()).not.toContain(letters.addressOf(bob));
});

test('a provider that throws tells nothing of our network', async () => {
  const asked = await letters.ask(letters.person());
  letters.post.answers = () => {
    throw new Error('connect ECONNREFUSED 10.0.0.5:25');
  };
  await letters.drain();
  const message = (await letters.messages()).find(({ messageNo }) => messageNo === asked.messageNo);
  expect([message?.state, message?.errorDetail]).toEqual(['UNKNOWN', 'The provider failed.']);
});
