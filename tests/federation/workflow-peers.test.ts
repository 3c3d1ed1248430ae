import { readFileSync } from 'node:fs';
import { createPeers, type Peers, type Send } from '@ucp/automation/peers';
import type { Connection } from '@ucp/kit/connection';
import { numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let peers: Peers;
let account: number;
let key: string;
const people: string[] = [];

const supergraphSdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
const ask = async (document: string, variables: object = {}) =>
  (await system.ask(key, document, { ...variables })).data;
const no = (name: 'ada' | 'bob' | 'eve'): number => {
  const id = people[['ada', 'bob', 'eve'].indexOf(name)] ?? '';
  return contactNoOf(account, id) ?? 0;
};

beforeAll(async () => {
  system = await startSystem();
  const opened = await system.openAccount({ timeZone: 'America/Chicago' });
  ({ account } = opened);
  key = opened.keys.ADMIN;
  const parts = new Map<string, Connection>([...system.parts, system.profile].map((part) => [part.name, part]));
  peers = createPeers(parts, supergraphSdl);
  await ask(
    'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
    { input: { key: 'birthday', label: 'Birthday', type: 'DATE' } },
  );
  for (const [name, birthday] of [
    ['ada', '1990-02-28'],
    ['bob', '1992-02-29'],
    ['eve', '1990-03-01'],
  ]) {
    const input = {
      identifiers: [{ email: `${name}@example.com` }],
      customFields: [{ key: 'birthday', value: birthday }],
      addTags: name === 'ada' ? ['lead'] : [],
    };
    const made = await ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      {
        input,
      },
    );
    people.push(made.contactUpsert.contact.id);
  }
});
afterAll(() => system.stop());

const lead = { tag: { equals: 'lead' } };
const gone = { field: { key: 'color', equals: 'red' } };

test('filters are asked of some or of all, and one that cannot be asked keeps no other back', async () => {
  const shown = async (contactNos: readonly number[] | null) =>
    (await peers.filters.matches(account, [lead, gone, { not: lead }], contactNos)).map((bits) =>
      bits === null ? null : numbersIn(bits),
    );
  expect(await shown(null)).toEqual([[no('ada')], null, [no('bob'), no('eve')]]);
  expect(await shown([no('ada'), no('eve')])).toEqual([[no('ada')], null, [no('eve')]]);
  const many = [no('ada'), no('eve'), ...Array.from({ length: 100 }, (_, i) => 1_000 + i)];
  expect(await shown(many)).toEqual([[no('ada')], null, [no('eve')]]);
  const shapeless = { color: { equals: 'red' } };
  expect(await peers.filters.problems(account, [lead, { all: [lead, gone] }, shapeless])).toEqual([
    null,
    { path: ['all', '1', 'field', 'key'], message: 'The account has no field "color"' },
    { path: [], message: expect.stringContaining('color') },
  ]);
});

test('contacts of days are those of the field, of every year where it is asked', async () => {
  const on = async (day: string, yearly = true) =>
    numbersIn(await peers.people.contactsOfDays(account, { field: 'birthday', days: [day], yearly }));
  expect(await on('2026-02-28')).toEqual([no('ada')]);
  expect(await on('2026-03-01')).toEqual([no('bob'), no('eve')]);
  expect(await on('2028-02-29')).toEqual([no('bob')]);
  expect(await on('2028-03-01')).toEqual([no('eve')]);
  expect(await on('1992-02-29', false)).toEqual([no('bob')]);
  expect(await on('2028-02-29', false)).toEqual([]);
});

test('fields and tags are told and set, with what keeps them from it', async () => {
  expect(await peers.people.factsOf(account, [no('ada'), 999], ['birthday'])).toEqual(
    new Map([[no('ada'), { fields: { birthday: '1990-02-28' }, timeZone: 'America/Chicago' }]]),
  );
  const set = (value: unknown) => ({ contactNo: no('eve'), field: 'birthday', value });
  expect(await peers.people.setFields(account, 'wf_1', [set('1990-03-02'), set('soon')])).toEqual([
    null,
    expect.stringContaining('takes a date'),
  ]);
  expect(await peers.people.setTags(account, 'wf_1', [{ contactNo: no('eve'), add: ['late'], remove: [] }])).toEqual([
    null,
  ]);
  const shown = await ask('query ($id: ID!) { contact(id: $id) { tags customFields { value source } } }', {
    id: people[2],
  });
  expect(shown.contact).toEqual({ tags: ['late'], customFields: [{ value: '1990-03-02', source: 'workflow:wf_1' }] });
  const uses = [
    { is: 'DAY', field: 'birthday' },
    { is: 'SET', field: 'color', value: 'red' },
  ] as const;
  expect(await peers.people.fieldProblems(account, uses)).toEqual([null, 'The account has no field "color"']);
});

test('the time zone of a contact is set by hand, else told by the number, else that of the account', async () => {
  const made = async (mobile: string) => {
    const { contactUpsert } = await ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      { input: { identifiers: [{ mobile }] } },
    );
    return contactNoOf(account, contactUpsert.contact.id) ?? 0;
  };
  const [denver, london, florida] = [
    await made('+13035550101'),
    await made('+442079460101'),
    await made('+18505550101'),
  ];
  const zones = async () => {
    const facts = await peers.people.factsOf(account, [denver, london, florida, no('bob')], []);
    return [...facts.values()].map(({ timeZone }) => timeZone);
  };
  // In the northwest of Florida it may be the account's own.
  await expect.poll(zones).toEqual(['America/Denver', 'Europe/London', 'America/Chicago', 'America/Chicago']);
  await ask('mutation ($input: EmailTimeZoneInput!) { emailTimeZoneSet(input: $input) { userErrors { message } } }', {
    input: { address: 'bob@example.com', timeZone: 'Asia/Tokyo' },
  });
  expect(await zones()).toEqual(['America/Denver', 'Europe/London', 'America/Chicago', 'Asia/Tokyo']);
});

test('messages are asked for on every channel that sends, once by their key', async () => {
  expect(peers.channels.names).toEqual(expect.arrayContaining(['EMAIL', 'SMS']));
  const message = {
    channel: 'EMAIL',
    template: null,
    content: { subject: 'Hello', text: 'Hello' },
    topic: null,
    sender: null,
    variables: null,
  };
  const send = (contactNo: number): Send => ({ contactNo, idempotencyKey: `wf:${contactNo}`, message });
  const sends = [send(no('ada')), send(999), { ...send(no('bob')), message: { ...message, content: { text: 5 } } }];
  expect(await peers.channels.problems(account, [message, { ...message, channel: 'PIGEON' }])).toEqual([
    'EMAIL has no sender yet: nothing can leave',
    'No channel "PIGEON" sends messages',
  ]);
  await ask('mutation ($input: EmailSenderInput!) { emailSenderCreate(input: $input) { userErrors { message } } }', {
    input: { name: 'out', provider: 'OUTBOX', settings: {} },
  });
  const first = await peers.channels.sendEach(account, 'EMAIL', sends);
  expect(first).toMatchObject([
    { is: 'ASKED', sendId: expect.stringMatching(/^msg_email_/) },
    { is: 'REFUSED', because: expect.stringContaining('No contact has the id') },
    { is: 'REFUSED' },
  ]);
  const [again] = await peers.channels.sendEach(account, 'EMAIL', sends);
  expect(again).toMatchObject({ sendId: Object(first[0]).sendId });
  expect(await peers.channels.problems(account, [message])).toEqual([null]);
  expect(await peers.channels.sendEach(account, 'PIGEON', [send(1)])).toMatchObject([{ is: 'REFUSED' }]);
});

test('a segment is tracked once a workflow listens, and stays as it is when another one does', async () => {
  const created = await ask('mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } } }', {
    input: { name: 'Leads', filter: lead },
  });
  const { id } = created.segmentCreate.segment;
  expect(recordNoOf('seg', account, id)).not.toBeNull();
  expect(await peers.segments.track(account, [id, 'seg_none'])).toEqual([
    null,
    'The account has no segment of this id',
  ]);
  expect(await peers.segments.track(account, [id])).toEqual([null]);
  expect((await ask('query ($id: ID!) { segment(id: $id) { tracked } }', { id })).segment).toEqual({ tracked: true });
});

test('who is away is told apart from who refuses', async () => {
  const alone = createPeers(new Map(), supergraphSdl);
  for (const asked of [
    () => alone.filters.matches(account, [lead], null),
    () => alone.people.timeZoneOf(account),
    () => alone.segments.track(account, []),
  ])
    await expect(asked()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
});
