import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mounts } from '@ucp/gateway/mounts';
import { migrateProfile } from '@ucp/gateway/profile';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { createSendGridSender } from '@ucp/scripts/demo/sendgrid-sender';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyDatabase } from '../kit/copy-database.ts';
import { type Installation, startInstallation } from '../kit/installation.ts';
import { operation, operations } from '../kit/operations.ts';
import { waitForProcesses } from '../kit/patience.ts';

waitForProcesses();
const folder = fileURLToPath(new URL('../../.data/e2e', import.meta.url));
const ada = { email: 'ada.lindqvist@example.com', mobile: '+15125550142' };
const reading = operations('unified-profile');

let running: Installation;
let id: string;
/** When everything was in. */
let asOf: string;
/** The answers everything else is held against. */
let answers: string[];

const find = async (by: object) =>
  (await running.ask(String(running.keys.admin), operation('find-contact', 'FindContact'), { by })).data
    .contactByIdentifier;

const asked = async (installation: Installation): Promise<string[]> => {
  const key = String(installation.keys.admin);
  const documents: [string, object][] = [
    [reading, { id }],
    [operation('find-contact', 'SearchContacts'), { search: 'lindqvist', first: 50 }],
    [operation('find-contact', 'SearchContacts'), { first: 200 }],
    [operation('consent', 'ConsentHistory'), { id }],
    [operation('sources', 'Sources'), {}],
    [operation('identity', 'ReviewQueue'), {}],
    // Of one moment: totals decay while the test runs.
    [operation('audience', 'TopLeads').replace('leads(', `leads(at: "${asOf}", `), {}],
  ];
  const texts: string[] = [];
  for (const [document, variables] of documents) texts.push((await installation.ask(key, document, variables)).text);
  return texts;
};

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  running = await startInstallation({ folder });
  asOf = new Date().toISOString();
  id = (await find({ email: ada.email })).id;
}, 300_000);
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a first start', () => {
  test('tells what it does, and what each list brought', () => {
    expect(running.said()).toMatch(
      /email-list\.csv: 1\d{3} contacts made, \d+ updated, \d+ merged, \d+ kept apart for review, \d+ rows rejected/,
    );
    expect(running.said()).toContain('GraphiQL');
  });

  test('a contact merged from both lists has a profile without gaps', async () => {
    const { data } = await running.ask(String(running.keys.admin), reading, { id });
    const { contact } = data;
    expect(contact.identifiers.map(({ kind, value }: { kind: string; value: string }) => [kind, value])).toEqual([
      ['EXTERNAL_ID', 'NW-1001'],
      ['EMAIL', ada.email],
      ['MOBILE', ada.mobile],
      ['ANONYMOUS_ID', 'visitor-7f3a'],
    ]);
    // What is null says something by it: nothing was asked to be erased, nothing speaks against a send, a consent has no end,
    // who is in a workflow has not left it and who left it is at no step, a message was not skipped.
    const silent =
      /erasureRequestedAt|decidedBy|checks\.\d+\.(detail|since)|consents\.\d+\.(topic|validUntil)|node\.channel|nodes\.\d+\.(exitedAt|exitReason|currentStep|skippedBecause)|contributions\.\d+\.lastAt/;
    expect(nullsIn(contact).filter((path) => !silent.test(path))).toEqual([]);
    expect(contact.timeline.edges).toHaveLength(Math.min(50, contact.timeline.edges.length));
    const channels = new Set(contact.timeline.edges.map(({ node }: { node: { channel: string } }) => node.channel));
    expect(channels).toEqual(new Set(['EMAIL', 'SMS', null]));
    const { data: merges } = await running.ask(
      String(running.keys.admin),
      'query ($id: ID!) { contact(id: $id) { merges { actor } } }',
      { id },
    );
    expect(merges.contact.merges).toEqual([{ actor: 'rule:resolution' }]);
  });

  test('every part of the profile has something to tell', async () => {
    const { contact } = (await running.ask(String(running.keys.admin), reading, { id })).data;
    const states = contact.enrollments.nodes.map(({ state }: { state: string }) => state);
    expect(states).toEqual(expect.arrayContaining(['WAITING', 'COMPLETED']));
    expect(contact.behaviors.nodes.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['site_visit', 'cart_updated', 'conversion']),
    );
    expect(contact.triggeredMessages.nodes.length).toBeGreaterThanOrEqual(3);
    expect(contact.score).toMatchObject({ leadStatus: 'Hot' });
    expect(contact.segments.length).toBeGreaterThanOrEqual(3);
  });

  test('the audiences beside the operation have members', async () => {
    const text = operations('audience');
    const filters = [...text.matchAll(/^# {3}\{"filter":(.*)\}$/gm)].map(([, filter]) => JSON.parse(String(filter)));
    expect(filters).toHaveLength(3);
    for (const filter of filters) {
      const { data } = await running.ask(
        String(running.keys.analyst),
        'query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }',
        { filter },
      );
      // Fields are personal data: an analyst does not search by them.
      if (JSON.stringify(filter).includes('"field"')) expect(data.audience).toBeNull();
      else expect(data.audience.size).toBeGreaterThan(0);
      const all = await running.ask(String(running.keys.admin), operation('audience', 'Audience'), {
        filter,
        first: 200,
      });
      expect(all.data.audience.size).toBeGreaterThan(0);
    }
  });

  test('any spelling of either identifier finds the person', async () => {
    for (const by of [
      { email: ' Ada.Lindqvist@Example.COM' },
      { mobile: '(512) 555-0142' },
      { mobile: '+1 512-555-0142' },
      { externalId: 'NW-1001' },
    ]) {
      expect((await find(by)).id).toBe(id);
    }
  });

  test('every key of the demo works', async () => {
    for (const [role, key] of Object.entries(running.keys)) {
      const { data } = await running.ask(key, 'query ($id: ID!) { contact(id: $id) { id } }', { id });
      expect(data.contact, role).toEqual({ id });
    }
  });

  test('one more signed click is in the next query', async () => {
    const sender = createSendGridSender();
    const key = String(running.keys.admin);
    const { data } = await running.ask(key, operation('sources', 'CreateEmailSource'), {
      input: { name: 'second', provider: 'SENDGRID', secret: { publicKey: sender.publicKey } },
    });
    const click = {
      email: ada.email,
      event: 'click',
      timestamp: Math.floor(Date.now() / 1000),
      url: 'https://northwind.example/now',
    };
    const before = (await running.ask(key, reading, { id })).data.contact;
    const url = `${running.url}${data.emailSourceCreate.source.webhookPath}`;
    expect((await sender.post(url, [click])).status).toBe(200);
    const after = (await running.ask(key, reading, { id })).data.contact;
    expect(after.email.engagement.clicks).toBe(before.email.engagement.clicks + 1);
    expect(after.timeline.edges[0].node).toMatchObject({
      channel: 'EMAIL',
      kind: 'CLICK',
      summary: 'Clicked https://northwind.example/now',
    });
    expect((await sender.forge(url, [click])).status).toBe(403);
  });

  test('GraphiQL opens on the profile, from files of our own only', async () => {
    const page = await (await fetch(`${running.url}/graphiql`)).text();
    expect(page).toContain('query UnifiedProfile');
    expect(page).toContain(String(running.keys.admin));
    const referred = [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
      .flatMap(([, path]) => path ?? [])
      .filter((path) => path !== 'data:,');
    expect(referred.length).toBeGreaterThan(1);
    for (const path of referred) {
      expect(path).toMatch(/^\/graphiql\/assets\//);
      expect((await fetch(`${running.url}${path}`)).status).toBe(200);
    }
  });
});

test('after a kill -9 a second start is ready with the same answers', async () => {
  answers = await asked(running);
  await running.kill();
  running = await startInstallation({ folder });
  expect(running.said()).not.toContain('Loading the demo');
  expect(await asked(running)).toEqual(answers);
});

test('the same bytes come from a PostgreSQL of one’s own', async () => {
  const embedded = await startEmbeddedPostgres({ folder: `${folder}/postgres`, durable: true });
  const common = {
    clock: createClock(),
    secret: testSecret,
    log: createLog('e2e', 'silent'),
    publicUrl: 'http://127.0.0.1',
  };
  const databases = await Promise.all(
    [...Object.entries(mounts), ['profile', null] as const].map(async ([part, create]) => {
      const prepare = async (databaseUrl: string) =>
        create === null ? migrateProfile(databaseUrl) : (await create({ ...common, databaseUrl })).stop();
      const database = await createTestDatabase({ template: part, prepare });
      await copyDatabase(embedded.urlFor(`ucp_${part}`), database.url);
      return { part, database };
    }),
  );
  await embedded.release();
  const environment = Object.fromEntries(
    databases.map(({ part, database }) => [`${part.toUpperCase()}_DATABASE_URL`, database.url]),
  );
  const other = await startInstallation({ folder, environment });
  onTestFinished(other.kill);
  expect(other.said()).toContain('The databases of the environment are used');
  expect(await asked(other)).toEqual(answers);
  expect(await other.stop()).toBe(0);
  // Nobody is left working when the databases are let go of.
  expect(other.said()).not.toContain('"level":');
  for (const { database } of databases) await database.drop();
});

/** Ways to start in processes of their own; `npm run test:full` takes every one. */
const splits: [string, Record<string, string>][] = [
  ['of processes of their own over HTTP', {}],
  ['of which some parts are with the gateway and some by themselves', { PARTS_WITH_GATEWAY: 'identity,sms' }],
];

test.each(splits.slice(0, Number(process.env.UCP_SPLITS ?? 1)))(
  'a second copy on another port, %s, answers with the same bytes beside the first',
  async (_parts, environment) => {
    const second = await startInstallation({ folder, split: true, environment });
    onTestFinished(second.kill);
    const alone = [...second.said().matchAll(/(\w+) is process \d+/g)].map(([, name]) => name);
    const withGateway = Object.values(environment).join().split(',');
    expect(alone).toEqual([...Object.keys(mounts).filter((part) => !withGateway.includes(part)), 'gateway']);
    expect(await asked(second)).toEqual(answers);
    expect(await second.stop()).toBe(0);
    expect(await asked(running)).toEqual(answers);
  },
);

test('a configuration that is wrong stops the start with everything that is wrong', async () => {
  const environment = { PORT: '99999', EMAIL_DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', PARTS_WITH_GATEWAY: 'mail' };
  await expect(startInstallation({ folder, environment })).rejects.toThrow(
    /PORT:[\s\S]*PARTS_WITH_GATEWAY: must be names of parts[\s\S]*LOG_LEVEL:[\s\S]*EMAIL_DATABASE_URL: must begin with postgresql/,
  );
});

const nullsIn = (value: unknown, path = ''): string[] => {
  if (value === null) return [path];
  if (typeof value !== 'object' || value === undefined) return [];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    nullsIn(inner, path === '' ? name : `${path}.${name}`),
  );
};
