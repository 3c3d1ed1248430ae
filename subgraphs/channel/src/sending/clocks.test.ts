import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLetters, type Letters } from '../testing/letters.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

const stateOf = async (contactNo: number) => {
  const message = (await letters.messages()).find((each) => each.contactNo === contactNo);
  return [message?.state, message?.skippedBecause];
};

test('a STOP counts for what is claimed after it, also when the clock has gone back since', async () => {
  const [ada, bob] = [letters.person(), letters.person()];
  await letters.ask(ada);
  letters.clock.setOffset(60_000);
  await letters.say(ada, 'STOP');
  await letters.say(bob, 'STOP');
  letters.clock.setOffset(0);
  await letters.drain();
  expect(await stateOf(ada)).toEqual(['SKIPPED', 'CONSENT']);
  await letters.ask(bob);
  expect(await stateOf(bob)).toEqual(['SKIPPED', 'CONSENT']);
  expect(letters.post.taken).toEqual([]);
});

test('so does an objection by a clock of identity that is ahead', async () => {
  const eve = letters.person();
  await letters.ask(eve);
  const objectionSince = new Date(Date.now() + 60_000).toISOString();
  const flags = { restrictedSince: null, objectionSince, erasedAt: null };
  letters.identityTells({ kind: 'CONTACT', contactNo: eve, rootNo: eve, ...flags, primaries: {} });
  await letters.drain();
  expect(await stateOf(eve)).toEqual(['SKIPPED', 'RESTRICTED']);
  expect(letters.post.taken).toEqual([]);
});
