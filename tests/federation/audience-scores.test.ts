import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let people: { opens: string; clicks: string; quiet: string };

beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
  people = {
    opens: await story.contact({ email: 'opens@example.com' }),
    clicks: await story.contact({ email: 'clicks@example.com' }),
    quiet: await story.contact({ email: 'quiet@example.com' }),
  };
  await story.emailEvent('opens@example.com', 'open');
  await story.emailEvent('clicks@example.com', 'click', { url: 'https://example.com/a' });
});
afterAll(() => system.stop());

const rule = (kind: string, points: number) => ({
  name: kind,
  part: 'ACTIONS',
  points,
  when: { email: { did: [{ kinds: [kind] }] } },
});
const set = async (input: object) =>
  (
    await story.ask(
      'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { scoreModel { name version isDefault rules { name } ranges { name from } } userErrors { code field message } } }',
      { input },
    )
  ).data.scoreModelSet;
const models = async () =>
  (await story.ask('{ scoreModels { name version isDefault } }')).data.scoreModels.map(
    ({ name, version, isDefault }: { name: string; version: number; isDefault: boolean }) =>
      `${name} ${version}${isDefault ? ' default' : ''}`,
  );
const totals = async (model: string) =>
  (
    await story.ask(
      `query ($opens: ID!, $clicks: ID!) {
        opens: contact(id: $opens) { score${model} { total leadStatus } } clicks: contact(id: $clicks) { score${model} { total leadStatus } } }`,
      people,
    )
  ).data;
const leads = async (argument: string) =>
  (await story.ask(`{ leads${argument} { nodes { contact { id } total } } }`)).data.leads.nodes;

test('an account has several models, each with versions of its own; without a name the default is meant', async () => {
  expect(await models()).toEqual(['Default 1 default']);
  const fallback = await set({ rules: [rule('OPEN', 2)] });
  expect(fallback.scoreModel).toMatchObject({ name: 'Default', version: 2, isDefault: true });
  const sales = { name: 'Sales', rules: [rule('OPEN', 1), rule('CLICK', 10)], ranges: [{ name: 'Hot', from: 5 }] };
  expect((await set(sales)).scoreModel).toEqual({
    name: 'Sales',
    version: 1,
    isDefault: false,
    rules: [{ name: 'OPEN' }, { name: 'CLICK' }],
    ranges: [{ name: 'Hot', from: 5 }],
  });
  expect((await set(sales)).scoreModel.version).toBe(1);
  expect((await set({ ...sales, ranges: [{ name: 'Hot', from: 9 }] })).scoreModel.version).toBe(2);
  expect(await models()).toEqual(['Default 2 default', 'Sales 2']);

  expect(await totals('')).toEqual({
    opens: { score: { total: 2, leadStatus: null } },
    clicks: { score: { total: 0, leadStatus: null } },
  });
  expect(await totals('(model: "Sales")')).toEqual({
    opens: { score: { total: 1, leadStatus: null } },
    clicks: { score: { total: 10, leadStatus: 'Hot' } },
  });
  expect(await leads('')).toEqual([{ contact: { id: people.opens }, total: 2 }]);
  expect(await leads('(model: "Sales")')).toEqual([
    { contact: { id: people.clicks }, total: 10 },
    { contact: { id: people.opens }, total: 1 },
  ]);
  const operations = await story.ask(operation('audience', 'TopLeads').replace('minTotal: 20', 'minTotal: 2'));
  expect(operations.data.leads.nodes).toMatchObject([{ contact: { id: people.opens }, total: 2 }]);
});

test('another model is made the default: conditions on the score are by it from then on', async () => {
  const filter = { score: { atLeast: 5 } };
  const size = async () =>
    (await story.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', { filter })).data
      .audience.size;
  expect(await size()).toBe(0);
  const sales = { name: 'Sales', rules: [rule('CLICK', 10)], makeDefault: true };
  expect((await set(sales)).scoreModel).toMatchObject({ version: 3, isDefault: true });
  expect(await models()).toEqual(['Default 2', 'Sales 3 default']);
  expect(await size()).toBe(1);
  expect((await set({ rules: [rule('CLICK', 20)] })).scoreModel).toMatchObject({ name: 'Sales', version: 4 });
  expect((await totals('')).clicks.score.total).toBe(20);
});

test('two models of many contacts are scored by what is read once', async () => {
  const one = await story.ask('query ($id: ID!) { contact(id: $id) { score(model: "Sales") { total } } }', {
    id: people.opens,
  });
  const six = await story.ask(
    '{ contacts(first: 3) { nodes { id a: score(model: "Default") { total } b: score(model: "Sales") { total } } } }',
  );
  expect(six.data.contacts.nodes).toEqual(
    expect.arrayContaining([
      { id: people.opens, a: { total: 2 }, b: { total: 0 } },
      { id: people.clicks, a: { total: 0 }, b: { total: 20 } },
      { id: people.quiet, a: { total: 0 }, b: { total: 0 } },
    ]),
  );
  expect(one.statements.email?.length).toBeGreaterThan(0);
  expect(six.statements.email?.length).toBe(one.statements.email?.length);
});

test('a model of no name there is, and one too many, are refused', async () => {
  const { data, errors } = await story.ask(
    'query ($id: ID!) { contact(id: $id) { id score(model: "Fame") { total } } }',
    {
      id: people.quiet,
    },
  );
  expect(data.contact).toEqual({ id: people.quiet, score: null });
  expect(errors).toMatchObject([
    { message: 'The account has no score model "Fame"', extensions: { code: 'NOT_FOUND', field: ['model'] } },
  ]);
  expect((await story.ask('{ leads(model: "Fame") { nodes { total } } }')).errors?.[0]?.extensions.code).toBe(
    'NOT_FOUND',
  );
  expect((await set({ name: ' ', rules: [] })).userErrors).toMatchObject([{ field: ['input', 'name'] }]);
  for (let n = 3; n <= 20; n++) expect((await set({ name: `Model ${n}`, rules: [] })).userErrors).toEqual([]);
  expect((await set({ name: 'Model 21', rules: [] })).userErrors).toEqual([
    {
      code: 'BAD_USER_INPUT',
      field: ['input', 'name'],
      message: 'An account may have 20 score models that are not archived, this would be one more',
    },
  ]);
});

const archive = async (name: string) =>
  (
    await story.ask(
      'mutation ($name: String!) { scoreModelArchive(name: $name) { scoreModel { name version archivedAt } userErrors { code field message } } }',
      { name },
    )
  ).data.scoreModelArchive;

test('a model that is archived is in no list and scores nobody, and there is room for another', async () => {
  const { scoreModel } = await archive('Model 3');
  expect(scoreModel).toEqual({ name: 'Model 3', version: 1, archivedAt: expect.any(String) });
  expect((await archive('Model 3')).scoreModel).toEqual(scoreModel);
  expect(await models()).not.toContain('Model 3 1');
  const { errors } = await story.ask('{ leads(model: "Model 3") { nodes { total } } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: ['model'] });
  expect((await set({ name: 'Model 21', rules: [] })).userErrors).toEqual([]);
  expect((await set({ name: 'Model 22', rules: [] })).userErrors).toHaveLength(1);
  // Made again, it goes on from its versions, also by the same rules.
  await archive('Model 21');
  expect((await set({ name: 'Model 3', rules: [] })).scoreModel).toMatchObject({ version: 2 });
  expect(await models()).toContain('Model 3 2');
});

test('neither the default model can be archived nor one that the account does not have, nor by who may only read', async () => {
  expect(await archive('Sales')).toEqual({
    scoreModel: null,
    userErrors: [
      {
        code: 'BAD_USER_INPUT',
        field: ['name'],
        message: expect.stringContaining('The score model "Sales" is the account\'s default'),
      },
    ],
  });
  expect((await archive('Fame')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['name'] }]);
  const refused = await system.ask(
    story.keys.ANALYST,
    'mutation { scoreModelArchive(name: "Default") { userErrors { message } } }',
  );
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await models()).toEqual(expect.arrayContaining(['Default 2', 'Sales 4 default']));
  await set({ name: 'Default', rules: [], makeDefault: true });
  expect((await archive('Sales')).userErrors).toEqual([]);
});

test('what is so counts once and now, and a window of a rule for what somebody is too, for all as for each', async () => {
  await story.contact({ email: 'clicks@example.com' }, { mobile: '+15125550177' });
  await story.text('+15125550177', 'Hello');
  const did = (channel: string, kind: string) => ({ [channel]: { did: [{ kinds: [kind] }] } });
  const state = { identifier: { kind: 'EMAIL' } };
  const together = { within: 'P7D', all: [did('email', 'CLICK'), did('sms', 'REPLY')] };
  const rules = [state, { all: [state] }, { any: [state] }, { not: { not: state } }].map((when, i) => ({
    name: `state ${i}`,
    part: 'ACTIONS',
    points: 10,
    perInstance: true,
    decayOver: 'P30D',
    when,
  }));
  const window = { name: 'window', part: 'DEMOGRAPHICS', points: 7, when: { together } };
  expect((await set({ name: 'States', rules: [...rules, window] })).userErrors).toEqual([]);
  expect(await leads('(model: "States")')).toEqual([
    { contact: { id: people.clicks }, total: 47 },
    { contact: { id: people.opens }, total: 40 },
    { contact: { id: people.quiet }, total: 40 },
  ]);
  const { data } = await story.ask(
    'query ($id: ID!) { contact(id: $id) { score(model: "States") { total contributions { rule { name } points occurrences } } } }',
    { id: people.clicks },
  );
  expect(data.contact.score.total).toBe(47);
  const once = (name: string, points: number) => ({ rule: { name }, points, occurrences: 1 });
  expect(data.contact.score.contributions).toEqual([...rules.map(({ name }) => once(name, 10)), once('window', 7)]);
});
