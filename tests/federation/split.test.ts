import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation, operations } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let split: Pick<System, 'url' | 'ask'>;
let story: Story;
let id: string;

beforeAll(async () => {
  system = await startSystem();
  split = await system.split();
  story = await tellStory(system);
  id = await story.contact({ email: 'ada@example.com' });
  await story.merge(id, await story.contact({ mobile: '+15125550123' }));
  await story.consent('email', 'ada@example.com', 'GRANTED', 'news');
  await story.emailEvent('ada@example.com', 'open', { sg_machine_open: true });
  await story.emailEvent('ada@example.com', 'click');
  await story.text('+15125550123', 'STOP');
});
afterAll(() => system.stop());

test.each([
  ['the profile', operations('unified-profile'), () => ({ id })],
  ['finding by an identifier', operation('find-contact', 'FindContact'), () => ({ by: { mobile: '(512) 555-0123' } })],
  ['a search', operation('find-contact', 'SearchContacts'), () => ({ search: 'ada', first: 50 })],
  ['the history of consent', operation('consent', 'ConsentHistory'), () => ({ id })],
  ['sources', operation('sources', 'Sources'), () => ({})],
  ['an unknown contact', '{ contact(id: "nobody") { id } }', () => ({})],
  ['a value that does not fit', '{ contact(id: "x") { email { canSend(at: "yesterday") { allowed } } } }', () => ({})],
  ['a mistake in a document', '{ contactt(id: "x") { id } }', () => ({})],
])('%s is answered by the same bytes in one process and over HTTP', async (_name, document, variables) => {
  const asked = document.replace(/SearchContacts([\s\S]*)score \{ total leadStatus \}/, 'SearchContacts$1');
  const [here, there] = [
    await system.ask(story.keys.ADMIN, asked, variables()),
    await split.ask(story.keys.ADMIN, asked, variables()),
  ];
  expect(there.text).toBe(here.text);
  expect(there.status).toBe(here.status);
});

test('a merge is whole in the next query over HTTP too', async () => {
  const mobile = '+15125550177';
  const first = await story.contact({ email: 'grace@example.com' });
  const second = await story.contact({ mobile });
  for (let i = 0; i < 5; i++) {
    const merge = await story.merge(first, second);
    const { data } = await split.ask(story.keys.ADMIN, operations('unified-profile'), { id: first });
    expect(data.contact.sms?.number).toBe(mobile);
    await story.unmerge(merge);
    const after = await split.ask(story.keys.ADMIN, operations('unified-profile'), { id: first });
    expect(after.data.contact.sms).toBeNull();
  }
});

test('some parts may be in this process and others behind HTTP; what runs is compiled either way', async () => {
  const mixed = await system.split({ remote: ['email', 'automation'] });
  for (const document of [operations('unified-profile'), operation('consent', 'ConsentHistory')]) {
    const there = await mixed.ask(story.keys.ADMIN, document, { id });
    expect(there.text).toBe((await system.ask(story.keys.ADMIN, document, { id })).text);
  }
  const metrics = await (await fetch(`${mixed.url}/metrics`)).text();
  expect(metrics.match(/^ucp_graph_operations_total.*$/gm)).toEqual([
    'ucp_graph_operations_total{executor="compiled",reason=""} 2',
  ]);
});
