import { readFileSync } from 'node:fs';
import { mounts } from '@ucp/gateway/mounts';
import { createPreferenceLinks } from '@ucp/kit/preference-links';
import { testSecret } from '@ucp/kit/testing/part';
import { compose } from '@ucp/scripts/compose/compose';
import { partOf, partsOfRepository } from '@ucp/scripts/compose/parts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneClickBodies, rawRequest } from '../kit/raw-request.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';
import { createPush } from '../push/src/push.ts';

const day = 86_400_000;
const form = 'application/x-www-form-urlencoded';
const agent = 'Mail reader 1.0';
let system: System;
let split: Pick<System, 'url'>;
let story: Story;
let next = 0;

beforeAll(async () => {
  const sdl = readFileSync(new URL('../push/schema.graphql', import.meta.url), 'utf8');
  const contract = compose([...partsOfRepository(), partOf('push', sdl)]);
  system = await startSystem({ contract, creators: { ...mounts, push: createPush } });
  split = await system.split({ trustedProxies: ['127.0.0.1'] });
  story = await tellStory(system);
  await story.ask('mutation { emailTopicSet(key: "tips", name: "Tips & <b>tricks</b>") { userErrors { message } } }');
});
afterAll(() => system.stop());

const document = `query ($id: ID!) { contact(id: $id) {
  id preferencesUrl
  email {
    status unsubscribeUrl topicUrl: unsubscribeUrl(topic: "news", messageId: "<m1@mail>") preferencesUrl
    general: canSend { allowed } news: canSend(topic: "news") { allowed } tips: canSend(topic: "tips") { allowed }
    consentHistory(first: 200) { nodes { address topic { key } state method evidence { actor statedText statedTextVersion ip userAgent } } }
    engagement { unsubscribes }
  }
  sms { status deals: canSend(topic: "deals") { allowed } general: canSend { allowed } consentHistory(first: 200) { nodes { topic { key } state method } } preferencesUrl }
} }`;
const profileOf = async (id: string) => {
  const { data, errors } = await story.ask(document, { id });
  expect(errors).toBeUndefined();
  return data.contact;
};

/** Somebody who wants News and Tips by email, and deals by SMS. */
async function subscriber() {
  const email = `person${next}@example.com`;
  const mobile = `+1512555${String(1000 + next++)}`;
  const id = await story.contact({ email }, { mobile });
  await story.consent('email', email, 'GRANTED');
  await story.consent('email', email, 'GRANTED', 'news');
  await story.consent('sms', mobile, 'GRANTED', 'deals');
  return { id, email, mobile, ...(await profileOf(id)) };
}

const post = (url: string, fields: readonly (readonly [string, string])[]) =>
  rawRequest(
    'POST',
    url,
    { 'content-type': form, 'user-agent': agent },
    new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  );
const end = (url: string) => post(url, [['action', 'unsubscribe-all']]);
const shownBoxes = ['email:news', 'email:tips', 'email:', 'sms:deals', 'sms:'];
const save = (url: string, ...on: readonly string[]) =>
  post(url, [
    ...shownBoxes.map((box) => ['shown', box] as const),
    ...on.map((box) => ['on', box] as const),
    ['action', 'save'],
  ]);

/** Rows of both ledgers, activity and journals of every channel: what a GET must leave as it is. */
async function rowsOfLedgers(): Promise<unknown[]> {
  const counts: unknown[] = [];
  for (const part of ['email', 'sms', 'push']) {
    const client = new pg.Client({ connectionString: system.databaseUrls[part] });
    await client.connect();
    const { rows } = await client.query(
      `select (select count(*) from consent_entry) consents, (select count(*) from suppression_entry) suppressions,
        (select count(*) from activity) activity, (select coalesce(sum(rev), 0) from journal_head) revs`,
    );
    counts.push(rows[0]);
    await client.end();
  }
  return counts;
}

describe('one-click unsubscribe', () => {
  test.each(Object.entries(oneClickBodies))(
    'by %s needs no login, is answered 200 and holds in the next query',
    async (_name, { headers, body }) => {
      const person = await subscriber();
      for (let i = 0; i < 3; i++) {
        const answer = await rawRequest('POST', person.email.unsubscribeUrl, { ...headers, 'user-agent': agent }, body);
        expect(answer.status).toBe(200);
        expect(answer.headers).not.toHaveProperty('location');
        expect(answer.headers).not.toHaveProperty('set-cookie');
        expect(answer.body).toContain('role="status"');
      }
      const after = await profileOf(person.id);
      expect(after.email).toMatchObject({
        status: 'UNSUBSCRIBED',
        general: { allowed: false },
        news: { allowed: false },
      });
      expect(after.email.engagement.unsubscribes).toBe(1);
      expect(after.email.consentHistory.nodes).toHaveLength(3);
      expect(after.email.consentHistory.nodes[0]).toEqual({
        address: person.email.consentHistory.nodes[0].address,
        topic: null,
        state: 'WITHDRAWN',
        method: 'ONE_CLICK',
        evidence: {
          actor: 'contact',
          statedText: expect.stringMatching(
            /^Unsubscribe: account \d+ sends nothing more to p…@example\.com \(Email\)\.$/,
          ),
          statedTextVersion: 'preference-pages-2',
          ip: '127.0.0.1',
          userAgent: agent,
        },
      });
      // It never crosses a channel.
      expect(after.sms).toEqual({ ...person.sms, preferencesUrl: expect.any(String) });
    },
  );

  test('of a topic ends that topic only, and is told on the message whose link it was', async () => {
    const person = await subscriber();
    const { headers, body } = oneClickBodies.urlencoded;
    expect((await rawRequest('POST', person.email.topicUrl, headers, body)).status).toBe(200);
    expect((await profileOf(person.id)).email).toMatchObject({
      status: 'NORMAL',
      general: { allowed: true },
      tips: { allowed: true },
      news: { allowed: false },
    });
    const { data } = await story.ask(
      'query ($id: ID!) { contact(id: $id) { email { messages { nodes { id unsubscribedAt } } } } }',
      { id: person.id },
    );
    expect(data.contact.email.messages.nodes).toEqual([{ id: '<m1@mail>', unsubscribedAt: expect.any(String) }]);
  });

  test('is accepted with a line break behind the body, as some senders end one', async () => {
    const person = await subscriber();
    const { headers, body } = oneClickBodies.urlencoded;
    expect((await rawRequest('POST', person.email.unsubscribeUrl, headers, `${body}\r\n`)).status).toBe(200);
    expect((await profileOf(person.id)).email.general.allowed).toBe(false);
  });

  test('keeps the address of who asks, by a proxy only where it is trusted', async () => {
    const { headers, body } = oneClickBodies.urlencoded;
    const forwarded = { ...headers, 'x-forwarded-for': '192.0.2.7' };
    const ipAfter = async (url: string) => {
      const person = await subscriber();
      await rawRequest('POST', person.email.unsubscribeUrl.replace(system.url, url), forwarded, body);
      return (await profileOf(person.id)).email.consentHistory.nodes[0].evidence.ip;
    };
    expect(await ipAfter(system.url)).toBe('127.0.0.1');
    expect(await ipAfter(split.url)).toBe('192.0.2.7');
  });

  test('never expires', async () => {
    const person = await subscriber();
    const { headers, body } = oneClickBodies.multipart;
    system.clock.setOffset(4_000 * day);
    try {
      expect((await rawRequest('POST', person.email.unsubscribeUrl, headers, body)).status).toBe(200);
      expect((await profileOf(person.id)).email.news.allowed).toBe(false);
    } finally {
      system.clock.setOffset(0);
    }
  });

  test('refuses any other body, and one that is too large, and changes nothing', async () => {
    const person = await subscriber();
    const url = person.email.unsubscribeUrl;
    const before = await rowsOfLedgers();
    const { multipart } = oneClickBodies;
    for (const [type, body] of [
      [form, ''],
      [form, 'List-Unsubscribe=one-click'],
      [form, 'x=List-Unsubscribe%3DOne-Click'],
      ['application/json', '{"List-Unsubscribe":"One-Click"}'],
      ['text/plain', 'List-Unsubscribe=One-Click'],
      [multipart.headers['content-type'], multipart.body.slice(0, 90)],
      ['multipart/form-data', multipart.body],
    ] as const) {
      const answer = await rawRequest('POST', url, { 'content-type': type }, body);
      expect([answer.status, type, body]).toEqual([400, type, body]);
      expect(answer.body).toContain('List-Unsubscribe=One-Click');
    }
    expect((await rawRequest('POST', url)).status).toBe(400);
    const large = await rawRequest(
      'POST',
      url,
      { 'content-type': form },
      `List-Unsubscribe=One-Click&x=${'x'.repeat(5_000)}`,
    );
    expect([large.status, large.body.includes('4096 bytes')]).toEqual([413, true]);
    expect(await rowsOfLedgers()).toEqual(before);
  });
});

test('a scanner that gets every link many times changes nothing', async () => {
  const person = await subscriber();
  const links = [
    person.email.unsubscribeUrl,
    person.email.topicUrl,
    person.email.preferencesUrl,
    person.preferencesUrl,
    person.sms.preferencesUrl,
  ];
  const before = await rowsOfLedgers();
  for (const url of links) {
    for (let i = 0; i < 20; i++) {
      const answer = await rawRequest(i % 3 === 0 ? 'HEAD' : 'GET', url, { cookie: 'a=b' });
      expect(answer.status).toBe(200);
    }
    const { headers, body } = await rawRequest('GET', `${url}?action=unsubscribe-all&List-Unsubscribe=One-Click`);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(body).not.toMatch(/<script|https?:\/\/|src=|@import|url\(/i);
  }
  expect(await rowsOfLedgers()).toEqual(before);
  expect((await profileOf(person.id)).email).toMatchObject({ news: { allowed: true }, status: 'NORMAL' });
});

describe('the preference page', () => {
  test('shows each channel with its topics, escaped, and addresses masked', async () => {
    const person = await subscriber();
    const { body } = await rawRequest('GET', person.preferencesUrl);
    expect(body).toContain('<legend>Email</legend>');
    expect(body).toContain('p…@example.com');
    expect(body).not.toContain('person');
    expect(body).toContain('Tips &amp; &lt;b&gt;tricks&lt;/b&gt;');
    expect(body).toContain(`…${person.mobile.slice(-4)}`);
    expect(body.match(/<fieldset>/g)).toHaveLength(2);
    expect(body.match(/ checked/g)).toHaveLength(4);
  });

  test('writes what changes and nothing else, once, with its words as evidence', async () => {
    const person = await subscriber();
    // News off; Tips, the rest of email and deals stay.
    for (let i = 0; i < 2; i++) {
      const answer = await save(person.preferencesUrl, 'email:tips', 'email:', 'sms:deals');
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('Your preferences are saved');
    }
    const after = await profileOf(person.id);
    expect(after.email).toMatchObject({
      news: { allowed: false },
      tips: { allowed: true },
      general: { allowed: true },
    });
    expect(after.email.consentHistory.nodes).toHaveLength(3);
    expect(after.email.consentHistory.nodes[0]).toMatchObject({
      topic: { key: 'news' },
      state: 'WITHDRAWN',
      method: 'PREFERENCE_CENTER',
      evidence: {
        actor: 'contact',
        statedText: expect.stringMatching(/^Choose what account \d+ may send you\. Email, p…@example\.com: News$/),
        ip: '127.0.0.1',
        userAgent: agent,
      },
    });
    expect(after.sms.consentHistory).toEqual(person.sms.consentHistory);
    // And back on: a grant with the evidence of this page.
    await save(person.preferencesUrl, 'email:news', 'email:tips', 'email:', 'sms:deals');
    const again = await profileOf(person.id);
    expect(again.email.news.allowed).toBe(true);
    expect(again.email.consentHistory.nodes[0]).toMatchObject({ state: 'GRANTED', method: 'PREFERENCE_CENTER' });
  });

  test('keeps the topics that stay ticked when everything else is given up', async () => {
    const person = await subscriber();
    await save(person.preferencesUrl, 'email:news', 'sms:deals');
    expect((await profileOf(person.id)).email).toMatchObject({
      general: { allowed: false },
      tips: { allowed: false },
      news: { allowed: true },
    });
  });

  test('takes a topic that was not asked for no wider than what is ticked', async () => {
    const person = await subscriber();
    await end(person.preferencesUrl);
    await save(person.preferencesUrl, 'email:');
    expect((await profileOf(person.id)).email).toMatchObject({
      general: { allowed: true },
      tips: { allowed: false },
      news: { allowed: false },
    });
  });

  test('leaves alone what was not on the page the person saw', async () => {
    const person = await subscriber();
    await post(person.preferencesUrl, [
      ['shown', 'email:tips'],
      ['action', 'save'],
    ]);
    expect((await profileOf(person.id)).email).toMatchObject({ news: { allowed: true }, tips: { allowed: false } });
  });

  test('ends everything on every channel, at every address, once', async () => {
    const person = await subscriber();
    const second = `second-${next++}@example.com`;
    await story.consent('email', second, 'GRANTED', 'news');
    await story.contact({ email: person.email.consentHistory.nodes[0].address }, { email: second });
    const { body } = await end(person.preferencesUrl);
    expect(body).toContain('sends you nothing more on these channels');
    const before = await rowsOfLedgers();
    await end(person.preferencesUrl);
    expect((await rowsOfLedgers()).map((row) => ({ ...Object(row), revs: 0 }))).toEqual(
      before.map((row) => ({ ...Object(row), revs: 0 })),
    );
    const after = await profileOf(person.id);
    expect(after.email).toMatchObject({ status: 'UNSUBSCRIBED', news: { allowed: false } });
    expect(after.sms).toMatchObject({ status: 'UNSUBSCRIBED', deals: { allowed: false } });
    const withdrawn = after.email.consentHistory.nodes.filter(({ state }: { state: string }) => state === 'WITHDRAWN');
    expect(withdrawn.map(({ address }: { address: string }) => address).sort()).toEqual(
      [person.email.consentHistory.nodes[0].address, second].sort(),
    );
  });

  test('is refused without a known action, and too large a form', async () => {
    const { preferencesUrl } = await subscriber();
    const before = await rowsOfLedgers();
    expect((await post(preferencesUrl, [['shown', 'email:news']])).status).toBe(400);
    expect((await rawRequest('POST', preferencesUrl, { 'content-type': form }, 'x'.repeat(70_000))).status).toBe(413);
    expect(await rowsOfLedgers()).toEqual(before);
  });

  test('expires: then it explains, saves nothing, and still unsubscribes', async () => {
    const person = await subscriber();
    system.clock.setOffset(92 * day);
    try {
      const page = await rawRequest('GET', person.preferencesUrl);
      expect([page.status, page.body.includes('Unsubscribe from everything')]).toEqual([410, true]);
      const before = await rowsOfLedgers();
      expect((await save(person.preferencesUrl, 'email:news', 'sms:')).status).toBe(410);
      expect(await rowsOfLedgers()).toEqual(before);
      expect((await end(person.preferencesUrl)).status).toBe(200);
      expect((await profileOf(person.id)).email.news.allowed).toBe(false);
    } finally {
      system.clock.setOffset(0);
    }
  });

  test('follows a merge, and an unmerge: the link of an address leads to whoever has it', async () => {
    const [ada, bob] = [await subscriber(), await subscriber()];
    const merge = await story.merge(ada.id, bob.id);
    const merged = (await rawRequest('GET', bob.preferencesUrl)).body;
    expect(merged).toBe((await rawRequest('GET', ada.preferencesUrl)).body);
    expect(merged.match(/<fieldset>/g)).toHaveLength(2);
    await story.unmerge(merge);
    await save(bob.email.preferencesUrl, 'email:tips', 'email:', 'sms:deals');
    await end(bob.preferencesUrl);
    expect((await profileOf(ada.id)).email).toMatchObject({ news: { allowed: true }, general: { allowed: true } });
    expect((await profileOf(bob.id)).email).toMatchObject({ news: { allowed: false }, general: { allowed: false } });
  });

  test('has every channel of the graph, one that was added too', async () => {
    const id = await story.contact(
      { email: `push${next++}@example.com` },
      { address: { channel: 'PUSH', value: `device-token-${next}` } },
    );
    const { preferencesUrl } = await profileOf(id);
    expect((await rawRequest('GET', preferencesUrl)).body).toContain('<legend>Push messages</legend>');
    await post(preferencesUrl, [
      ['shown', 'push:'],
      ['on', 'push:'],
      ['action', 'save'],
    ]);
    const push = async () =>
      (await story.ask('query ($id: ID!) { contact(id: $id) { push { canSend { allowed } } } }', { id })).data.contact
        .push;
    expect((await push()).canSend.allowed).toBe(true);
    await end(preferencesUrl);
    expect((await push()).canSend.allowed).toBe(false);
  });

  test('is the same with every part behind HTTP', async () => {
    const person = await subscriber();
    const there = person.preferencesUrl.replace(system.url, split.url);
    expect((await rawRequest('GET', there)).body).toBe((await rawRequest('GET', person.preferencesUrl)).body);
    const { headers, body } = oneClickBodies.multipart;
    expect((await rawRequest('POST', person.email.topicUrl.replace(system.url, split.url), headers, body)).status).toBe(
      200,
    );
    expect((await profileOf(person.id)).email.news.allowed).toBe(false);
    expect((await end(there)).status).toBe(200);
    expect((await profileOf(person.id)).sms.deals.allowed).toBe(false);
  });
});

describe('with double opt-in, a preference link', () => {
  const settings = (doubleOptIn: object) =>
    story.ask(
      'mutation ($input: EmailSettingsInput!) { emailSettingsUpdate(input: $input) { userErrors { message } } }',
      { input: { doubleOptIn } },
    );
  beforeAll(() => settings({ channel: true, topics: ['news'] }));
  afterAll(() => settings({ channel: false, topics: [] }));

  /** Somebody who wants deals by SMS and nothing by email, where everything but Tips demands a confirmation. */
  const stranger = async () => {
    const email = `stranger${next}@example.com`;
    const mobile = `+1512555${String(1000 + next++)}`;
    const id = await story.contact({ email }, { mobile });
    await story.consent('sms', mobile, 'GRANTED', 'deals');
    return { id, email, mobile, ...(await profileOf(id)) };
  };
  const asked = async (id: string) =>
    (
      await story.ask(
        'query ($id: ID!) { contact(id: $id) { email { consents { state topic { key } confirmation { path } } } } }',
        { id },
      )
    ).data.contact.email.consents;

  test('asks for a confirmation of what is wanted at another address than it was sent to, once, and says so', async () => {
    const person = await stranger();
    for (const url of [person.sms.preferencesUrl, person.sms.preferencesUrl, person.preferencesUrl]) {
      const { body } = await save(url, 'email:news', 'email:', 'sms:deals', 'sms:');
      expect(body).toContain('Your confirmation is asked for at these addresses');
      expect(body).toContain('News (waits for your confirmation)');
    }
    const after = await profileOf(person.id);
    // The number is proven: nothing of SMS waits.
    expect(after.sms).toMatchObject({ general: { allowed: true }, deals: { allowed: true } });
    expect(after.email).toMatchObject({
      status: 'UNCONFIRMED',
      general: { allowed: false },
      news: { allowed: false },
    });
    const path = expect.stringMatching(/^\/confirm\/email\//);
    const consents = await asked(person.id);
    expect(consents).toEqual([
      { state: 'PENDING', topic: null, confirmation: { path } },
      { state: 'PENDING', topic: { key: 'news' }, confirmation: { path } },
      { state: 'WITHDRAWN', topic: { key: 'tips' }, confirmation: null },
    ]);
    for (const { confirmation } of consents.slice(0, 2))
      expect((await post(`${system.url}${confirmation.path}`, [])).status).toBe(200);
    expect((await profileOf(person.id)).email).toMatchObject({
      general: { allowed: true },
      news: { allowed: true },
      tips: { allowed: false },
    });
    expect((await asked(person.id)).map(({ confirmation }: { confirmation: unknown }) => confirmation)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('grants at once where none is demanded, or at the address it was sent to, and withdraws everywhere', async () => {
    const person = await stranger();
    await save(person.sms.preferencesUrl, 'email:tips', 'sms:deals');
    expect((await profileOf(person.id)).email).toMatchObject({ tips: { allowed: true }, news: { allowed: false } });
    await save(person.email.preferencesUrl, 'email:news', 'email:tips', 'email:', 'sms:deals');
    const granted = (await profileOf(person.id)).email;
    expect(granted).toMatchObject({ general: { allowed: true }, news: { allowed: true }, tips: { allowed: true } });
    await save(person.sms.preferencesUrl, 'email:tips', 'email:', 'sms:deals');
    expect((await profileOf(person.id)).email).toMatchObject({ general: { allowed: true }, news: { allowed: false } });
    await end(person.sms.preferencesUrl);
    expect((await profileOf(person.id)).email.status).toBe('UNSUBSCRIBED');
  });
});

test('a link that confirms an opt-in shows a page, and only a POST confirms, with the words of the page', async () => {
  const settings = `mutation ($input: EmailSettingsInput!) { emailSettingsUpdate(input: $input) { userErrors { message } } }`;
  await story.ask(settings, { input: { doubleOptIn: { topics: ['tips'] } } });
  const email = `asked${next++}@example.com`;
  const id = await story.contact({ email });
  const evidence = { method: 'FORM', occurredAt: new Date(Date.now() - 1_000), statedText: 'Send me tips' };
  const { data } = await story.ask(
    'mutation ($input: EmailConsentInput!) { emailConsentRecord(input: $input) { confirmation { path } } }',
    { input: { address: email, state: 'GRANTED', topic: 'tips', evidence } },
  );
  await story.ask(settings, { input: { doubleOptIn: { topics: [] } } });
  const url = `${system.url}${data.emailConsentRecord.confirmation.path}`;
  const before = await rowsOfLedgers();
  for (const method of ['GET', 'HEAD', 'GET']) expect((await rawRequest(method, url)).status).toBe(200);
  expect((await rawRequest('GET', url)).body).toContain('If you did not ask for this');
  expect(await rowsOfLedgers()).toEqual(before);
  for (const title of ['Thank you, it is confirmed', 'This is confirmed already']) {
    const answer = await post(url, [['action', 'confirm']]);
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining(title)]);
  }
  const after = (await profileOf(id)).email;
  expect(after.tips.allowed).toBe(true);
  expect(after.consentHistory.nodes.map(({ state }: { state: string }) => state)).toEqual(['GRANTED', 'PENDING']);
  expect(after.consentHistory.nodes[0].evidence).toMatchObject({
    actor: 'contact',
    ip: '127.0.0.1',
    userAgent: agent,
    statedText: expect.stringMatching(
      /^Yes, send “Tips & <b>tricks<\/b>” from account \d+ to a…@example\.com \(Email\)\.$/,
    ),
  });
  // Whoever unsubscribes ends the question too: its link grants nothing any more.
  await end((await profileOf(id)).preferencesUrl);
  expect((await post(url, [])).status).toBe(410);
  expect((await profileOf(id)).email.tips.allowed).toBe(false);
});

describe('links', () => {
  test('with any bit flipped, cut, of another kind, account or secret are answered 404 and say nothing else', async () => {
    const person = await subscriber();
    const other = await tellStory(system);
    const foreign = await other.contact({ email: `other${next++}@example.com` });
    const [preferences, click] = [
      new URL(person.preferencesUrl).pathname,
      new URL(person.email.unsubscribeUrl).pathname,
    ];
    const unknown = (await rawRequest('GET', `${system.url}/u/nothing`)).body;
    const links = createPreferenceLinks(testSecret);
    const { account = 0 } = links.openPreferences(preferences.replace('/preferences/', '')) ?? {};
    expect(account).toBeGreaterThan(0);
    const now = new Date();
    const forged = [
      preferences.slice(0, -1),
      `${preferences}x`,
      preferences.replace(/\..*/, ''),
      preferences.replace('/preferences/', '/u/'),
      click.replace('/u/', '/preferences/'),
      click.replace('/u/', '/confirm/email/'),
      links.preferencesPath(account, { contactId: foreign }, now),
      links.preferencesPath(999_999, { contactId: person.id }, now),
      links.preferencesPath(account, { channel: 'FAX', addressNo: 1 }, now),
      links.preferencesPath(account, { channel: 'EMAIL', addressNo: 999_999 }, now),
      links.unsubscribePath({ account, channel: 'EMAIL', addressNo: 1, topic: 'nothing', messageId: null }),
      ...[preferences, click].flatMap((path) => flipped(path, 40)),
    ];
    const before = await rowsOfLedgers();
    const { headers, body } = oneClickBodies.urlencoded;
    for (const path of forged) {
      const answer = await rawRequest('GET', `${system.url}${path}`);
      expect([answer.status, path]).toEqual([404, path]);
      if (answer.headers['content-type']?.includes('html')) expect(answer.body).toBe(unknown);
      expect((await rawRequest('POST', `${system.url}${path}`, headers, body)).status).not.toBe(200);
      expect((await end(`${system.url}${path}`)).status).not.toBe(200);
    }
    expect(await rowsOfLedgers()).toEqual(before);
  });

  test('used very often in a minute are answered 429, others go on', async () => {
    const [often, other] = [await subscriber(), await subscriber()];
    const statuses = [];
    for (let i = 0; i < 62; i++) statuses.push((await rawRequest('HEAD', often.preferencesUrl)).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await rawRequest('GET', other.preferencesUrl)).status).toBe(200);
  });

  test('are given to those only who may change consent', async () => {
    const { id } = await subscriber();
    const { data, errors } = await system.ask(
      story.keys.FRONTEND,
      'query ($id: ID!) { contact(id: $id) { preferencesUrl email { unsubscribeUrl preferencesUrl } } }',
      { id },
    );
    expect(data.contact).toEqual({ preferencesUrl: null, email: { unsubscribeUrl: null, preferencesUrl: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

/** A path with one bit of its token flipped, at places spread over the whole of it. */
function flipped(path: string, count: number): string[] {
  const from = path.lastIndexOf('/') + 1;
  const bits = (path.length - from) * 7;
  const paths = Array.from({ length: count }, (_, i) => {
    const bit = Math.floor((i * bits) / count);
    const place = from + Math.floor(bit / 7);
    const sign = String.fromCharCode(path.charCodeAt(place) ^ (1 << (bit % 7)));
    return /[\w.~-]/.test(sign) ? `${path.slice(0, place)}${sign}${path.slice(place + 1)}` : [];
  });
  return paths.flat();
}
