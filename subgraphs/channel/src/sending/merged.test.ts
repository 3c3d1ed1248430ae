import { bitsOf, encodeBits } from '@ucp/kit/contact-bits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLetters, type Letters } from '../testing/letters.ts';

let letters: Letters;
const flags = { restrictedSince: null, objectionSince: null, erasedAt: null };
beforeAll(async () => {
  letters = await createLetters();
  const content = { text: 'Hello' };
  await letters.channel.sending?.templates.set(1, { key: 'spring', name: 'Spring', content }, 'key:test');
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
    { key, name: key, template: 'spring', contacts: encodeBits(bitsOf(contactNos)), ...more },
    'key:test',
  );
const merge = (contactNo: number, rootNo: number) =>
  letters.identityTells({ kind: 'CONTACT', contactNo, rootNo, ...flags, primaries: {} });
const sentTo = (...contactNos: number[]) =>
  letters.post.taken.map(({ to }) => to).filter((to) => contactNos.map(letters.addressOf).includes(to));
const countsOf = async (key: string) => {
  const [progress] = await campaigns().progress(1, [key]);
  return Object.fromEntries((progress?.states ?? []).map(({ state, count }) => [state, count]));
};

test('two contacts that become one after the campaign began are one person, who gets its message once', async () => {
  const [ada, double] = [letters.person(), letters.person()];
  await begin('together', [ada, double]);
  merge(double, ada);
  await letters.drain();
  expect(sentTo(ada, double)).toEqual([letters.addressOf(ada)]);
  expect(await countsOf('together')).toEqual({ SENT: 1, FAILED: 1 });
  expect(await letters.messages()).toContainEqual(
    expect.objectContaining({ errorCode: 'SAME_PERSON', contactNo: double }),
  );
});

test('so it is when one of them has the message before they become one', async () => {
  const [eve, double] = [letters.person(), letters.person()];
  // One message leaves at once, the other waits for its turn.
  await begin('one by one', [eve, double], { perMinute: 1 });
  await letters.drain();
  expect(sentTo(eve, double)).toHaveLength(1);
  merge(double, eve);
  letters.clock.setOffset(120_000);
  await letters.drain();
  letters.clock.setOffset(0);
  expect(sentTo(eve, double)).toHaveLength(1);
  expect(await countsOf('one by one')).toEqual({ SENT: 1, FAILED: 1 });
});

test('what is sent to a person by itself is not kept back by a campaign', async () => {
  const bob = letters.person();
  await begin('and more', [bob]);
  await letters.ask(bob);
  await letters.ask(bob);
  await letters.drain();
  expect(sentTo(bob)).toHaveLength(3);
});
