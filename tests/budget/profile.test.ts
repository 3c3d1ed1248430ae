import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

/** Statements a subgraph may spend on profiles, but for those by which it catches up with identity. */
const budget = 2;
/** How far it has folded, once per process; then a page of identity's journal, which identity reads, is folded by one statement. */
const catchUp = { own: /^select rev from journal_fold |\/\* journal\b/, identity: /\/\* journal_after\b/ };

let system: System;
let story: Story;

beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
});
afterAll(() => system.stop());

/** But for whose key it is, which is asked again once in a while. */
const names = (statements: readonly string[]): string[] =>
  statements.map((text) => /\/\* (\w+)/.exec(text)?.[1] ?? text.slice(0, 40)).filter((name) => name !== 'key_by_hash');

/** The fields of the profile, for a list. */
const fields = (): string => {
  const text = operations('unified-profile');
  return text.slice(
    text.indexOf('{', text.indexOf('contact(id: $id)')) + 1,
    text.lastIndexOf('}', text.lastIndexOf('}') - 1),
  );
};

test('a profile costs a fixed number of statements per subgraph, the same for 1 contact and for 50', async () => {
  for (let i = 0; i < 50; i++) {
    await story.contact({ email: `person${i}@example.com` }, { mobile: `+1512555${String(1000 + i)}` });
  }
  await story.emailEvent('person49@example.com', 'open');
  const list = `query ($first: Int!) { contacts(first: $first) { nodes { ${fields()} } } }`;
  const cost = async (first: number) => {
    const { data, errors, statements } = await story.ask(list, { first });
    expect(errors).toBeUndefined();
    expect(data.contacts.nodes).toHaveLength(first);
    for (const node of data.contacts.nodes) {
      expect(node).toMatchObject({ email: { status: 'NORMAL' }, sms: { status: 'NEVER_SUBSCRIBED' } });
    }
    return Object.fromEntries(Object.entries(statements).map(([part, sent]) => [part, names(sent).sort()]));
  };
  // Once per process and account a part reads how far it has folded; every later catch-up is in the next test's budget.
  await cost(1);
  // A channel reads what its fields need, then what the timeline shows; the score is found in what was read.
  const settled = {
    identity: ['contacts_below', 'profiles_of_contacts'],
    email: ['profiles_of_contacts', 'profiles_of_contacts'],
    sms: ['profiles_of_contacts', 'profiles_of_contacts'],
    automation: ['profiles_of_contacts'],
    profile: ['account_rules'],
  };
  expect(await cost(1)).toEqual(settled);
  expect(await cost(50)).toEqual(settled);
});

test('right after a merge it stays within the budget, and each part catches up by two statements', async () => {
  const first = await story.contact({ email: 'ada@example.com' });
  const second = await story.contact({ mobile: '+15125550123' });
  // An account is given its rules when they are asked for first.
  await story.ask(operations('unified-profile'), { id: first });
  await story.merge(first, second);
  const { data, statements } = await story.ask(operations('unified-profile'), { id: first });
  expect(data.contact.sms.number).toBe('+15125550123');
  const followers = ['email', 'sms', 'automation'];
  for (const [part, sent] of Object.entries(statements)) {
    const pattern = part === 'identity' ? catchUp.identity : catchUp.own;
    const caught = sent.filter((text) => pattern.test(text));
    expect(caught.length, part).toBeLessThanOrEqual(part === 'identity' ? followers.length : 2);
    expect(names(sent).length - caught.length, `${part}: ${names(sent).join(', ')}`).toBeLessThanOrEqual(budget);
  }
  for (const part of followers)
    expect(
      statements[part]?.some((text) => catchUp.own.test(text)),
      part,
    ).toBe(true);
});
