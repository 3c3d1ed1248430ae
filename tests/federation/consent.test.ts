import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type Answer, type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  await settings('Sms', { joinWords: [{ word: 'Deals', topic: 'deals' }] });
});
afterAll(() => system.stop());

let person = 0;
const someone = () => {
  person += 1;
  return { email: `person${person}@example.com`, mobile: `+1512555${String(1000 + person)}` };
};
const day = 24 * 3_600_000;

/** Asks a mutation whose only answer of interest is what was wrong. */
async function tried(field: string, type: string, input: object, more = ''): Promise<Answer['data']> {
  const { data, errors } = await story.ask(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${more} userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[field];
}

async function settings(channel: 'Email' | 'Sms', input: object): Promise<void> {
  const { userErrors } = await tried(`${channel.toLowerCase()}SettingsUpdate`, `${channel}SettingsInput`, input);
  expect(userErrors).toEqual([]);
}

async function profileOf(id: string, topic?: string, at?: Date) {
  const decision = 'allowed decidedBy retryAt checks { rule passed detail since }';
  const { data } = await story.ask(
    `query ($id: ID!, $topic: String, $at: DateTime) { contact(id: $id) {
      email { status canSend(topic: $topic, at: $at) { ${decision} } consents { state topic { key } method } addresses { status consecutiveHardBounces } }
      sms { status canSend(topic: $topic, at: $at) { ${decision} } consents { state topic { key } method evidence { statedText } } } } }`,
    { id, topic, at },
  );
  return data.contact;
}

const evidence = (method: string) => ({
  method,
  occurredAt: new Date(Date.now() + system.clock.offset() - 60_000),
  statedText: 'Yes, send it to me',
});

/** Moves the clock for the work, and back. */
async function later<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  system.clock.setOffset(milliseconds);
  try {
    return await work();
  } finally {
    system.clock.setOffset(0);
  }
}

describe('sending hours', () => {
  /** Milliseconds until the next time it is so many hours UTC. */
  const untilHour = (hour: number): number => (day + hour * 3_600_000 - (Date.now() % day)) % day;

  test('of the number’s zone, or of the one set by hand, say later and when; the condition of now agrees', async () => {
    const { mobile } = someone();
    const id = await story.contact({ mobile });
    await story.consent('sms', mobile, 'GRANTED');
    await settings('Sms', { sendingHours: { from: '09:00', until: '10:00' } });
    const size = async (filter: object) => {
      const { data } = await story.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', {
        filter: { all: [{ sms: filter }, { identifier: { kind: 'MOBILE' } }] },
      });
      return data.audience.size;
    };
    await later(untilHour(9.5), async () => {
      // At half past nine in Greenwich it is night in Austin.
      expect((await profileOf(id)).sms.canSend).toMatchObject({
        allowed: false,
        decidedBy: 'SENDING_HOURS',
        retryAt: expect.stringMatching(/T1[45]:00:00.000Z/),
      });
      expect(await size({ canSendNow: true })).toBe(0);
      expect(await size({ canSend: true })).toBeGreaterThan(0);
      const zone = await tried('smsTimeZoneSet', 'SmsTimeZoneInput', { number: mobile, timeZone: 'Africa/Abidjan' });
      expect(zone.userErrors).toEqual([]);
      expect((await profileOf(id)).sms.canSend).toMatchObject({ allowed: true, retryAt: null });
      expect(await size({ canSendNow: true })).toBe(1);
    });
    await settings('Sms', { sendingHours: null });
  });

  test('of email are those of the account’s zone, which identity owns', async () => {
    const { email } = someone();
    const id = await story.contact({ email });
    await story.consent('email', email, 'GRANTED');
    await settings('Email', { sendingHours: { from: '09:00', until: '10:00' } });
    const zoned = async (timeZone: string) => {
      await tried('accountSettingsUpdate', 'AccountSettingsInput', { timeZone });
      await expect
        .poll(async () => (await profileOf(id)).email.canSend.checks.at(-2).detail)
        .toContain(`${timeZone} time`);
    };
    await later(untilHour(9.5), async () => {
      await zoned('Africa/Abidjan');
      expect((await profileOf(id)).email.canSend.allowed).toBe(true);
      await zoned('Asia/Tokyo');
      expect((await profileOf(id)).email.canSend).toMatchObject({ allowed: false, decidedBy: 'SENDING_HOURS' });
    });
    await settings('Email', { sendingHours: null });
  });
});

test('a frequency cap counts what was sent to any address of the contact, now and as of a past moment', async () => {
  const [one, two] = [someone(), someone()];
  const id = await story.contact({ email: one.email });
  await story.contact({ email: one.email }, { email: two.email });
  await later(-10 * day, () => story.consent('email', one.email, 'GRANTED'));
  await settings('Email', { frequencyCaps: [{ sends: 2, within: 'P1D' }] });
  const sentAt = Math.floor(Date.now() / 1000) - 3_600;
  for (const [i, email] of [one.email, two.email].entries()) {
    await story.emailEvent(email, 'processed', { timestamp: sentAt + i, sg_message_id: `cap-${email}` });
  }
  const retryAt = new Date((sentAt + 86_400) * 1000).toISOString();
  expect((await profileOf(id)).email.canSend).toMatchObject({ allowed: false, decidedBy: 'FREQUENCY_CAP', retryAt });
  expect((await profileOf(id, undefined, new Date((sentAt - 60) * 1000))).email.canSend.allowed).toBe(true);
  expect((await profileOf(id, undefined, new Date((sentAt + 60) * 1000))).email.canSend.allowed).toBe(false);
  await later(day, async () => expect((await profileOf(id)).email.canSend.allowed).toBe(true));
  await settings('Email', { frequencyCaps: [] });
});

describe('evidence', () => {
  const recorded = async (more: object) =>
    (
      await tried('emailConsentRecord', 'EmailConsentInput', {
        address: 'evidence@example.com',
        state: 'GRANTED',
        evidence: { ...evidence('AGENT'), ...more },
      })
    ).userErrors;

  test('may be the version of a text alone, and has limits', async () => {
    expect(await recorded({ statedText: '', statedTextVersion: 'terms-3' })).toEqual([]);
    expect(await recorded({ statedText: ' ', statedTextVersion: '' })).toMatchObject([{ code: 'CONSENT_REQUIRED' }]);
    for (const name of ['statedText', 'statedTextVersion', 'ip', 'actor'])
      expect(await recorded({ [name]: 'x'.repeat(5_000) })).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['input', 'evidence', name], message: expect.stringContaining('got 5000') },
      ]);
  });

  test('of a provider whose clock is ahead counts at once: no opt-out waits for its moment', async () => {
    const { email } = someone();
    const id = await story.contact({ email });
    await story.consent('email', email, 'GRANTED');
    await story.emailEvent(email, 'unsubscribe', { timestamp: Math.floor(Date.now() / 1000) + 300 });
    expect((await profileOf(id)).email).toMatchObject({ status: 'UNSUBSCRIBED', canSend: { allowed: false } });
  });
});

test('YES to a word that joins after STOP, and joins once more, confirms that topic and revives nothing else', async () => {
  const { mobile } = someone();
  const id = await story.contact({ mobile });
  await story.text(mobile, 'DEALS');
  await story.text(mobile, 'STOP');
  await settings('Sms', { doubleOptIn: { topics: ['deals'] } });
  try {
    for (const body of ['DEALS', 'YES', 'DEALS', 'YES']) await story.text(mobile, body);
  } finally {
    await settings('Sms', { doubleOptIn: { topics: [] } });
  }
  const allowed = async (topic?: string) => (await profileOf(id, topic)).sms.canSend.allowed;
  expect([await allowed('deals'), await allowed()]).toEqual([true, false]);
});

test('a cursor that was made up is told as such', async () => {
  const cursor = Buffer.from(JSON.stringify(['revocationReviews', 'foo', 'bar'])).toString('base64url');
  const { errors } = await story.ask(
    'query ($after: String) { smsRevocationReviews(after: $after) { nodes { id } } }',
    {
      after: cursor,
    },
  );
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

describe('double opt-in', () => {
  const post = (path: string, method = 'POST') => fetch(`${system.url}${path}`, { method });
  const record = async (email: string, method: string, topic: string | null = 'news', validUntil?: Date) => {
    const input = { address: email, topic, state: 'GRANTED', evidence: evidence(method), validUntil };
    const more = 'consent { state validUntil } confirmation { path expiresAt }';
    return tried('emailConsentRecord', 'EmailConsentInput', input, more);
  };

  test('makes a grant by a form a question, which a POST of the person answers and a GET does not', async () => {
    const { email } = someone();
    const id = await story.contact({ email });
    await settings('Email', { doubleOptIn: { topics: ['news'], validFor: 'P2D' } });
    const { consent, confirmation } = await record(email, 'FORM');
    expect(consent).toMatchObject({ state: 'PENDING', validUntil: confirmation.expiresAt });
    expect(await profileOf(id, 'news')).toMatchObject({
      email: { status: 'UNCONFIRMED', canSend: { allowed: false } },
    });
    expect((await post(confirmation.path, 'GET')).status).toBe(200);
    expect((await profileOf(id, 'news')).email.canSend.allowed).toBe(false);
    for (let i = 0; i < 2; i++) {
      const response = await post(confirmation.path);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('confirmed')]);
    }
    expect(await profileOf(id, 'news')).toMatchObject({
      email: { status: 'NORMAL', canSend: { allowed: true }, consents: [{ state: 'GRANTED', method: 'FORM' }] },
    });
    // What is granted is not asked again, and no other way of consenting is.
    expect(await record(email, 'FORM')).toMatchObject({ consent: { state: 'GRANTED' }, confirmation: null });
    expect((await record(someone().email, 'AGENT')).consent.state).toBe('GRANTED');
    expect((await record(someone().email, 'FORM', null)).consent.state).toBe('GRANTED');
  });

  test('a question runs out, and ends when the person unsubscribes: its link grants nothing any more', async () => {
    const [late, gone] = [someone().email, someone().email];
    const { confirmation: first } = await record(late, 'API');
    const expired = await later(3 * day, () => post(first.path));
    expect(expired.status).toBe(410);
    const { confirmation: second } = await record(gone, 'API');
    await story.emailEvent(gone, 'unsubscribe');
    const over = await post(second.path);
    expect(over.status).toBe(410);
    expect((await post(`${second.path}x`)).status).toBe(404);
    expect((await post(second.path.replace('/email/', '/sms/'))).status).toBe(404);
    const id = await story.contact({ email: gone });
    expect((await profileOf(id, 'news')).email).toMatchObject({ status: 'UNSUBSCRIBED', canSend: { allowed: false } });
  });

  test('a grant with an end keeps it when it is confirmed', async () => {
    const { email } = someone();
    const end = new Date(Date.now() + 30 * day);
    const { confirmation } = await record(email, 'FORM', 'news', end);
    await post(confirmation.path);
    const id = await story.contact({ email });
    expect((await profileOf(id, 'news')).email.canSend.allowed).toBe(true);
    await later(31 * day, async () =>
      expect((await profileOf(id, 'news')).email.canSend).toMatchObject({ allowed: false, decidedBy: 'CONSENT' }),
    );
    await settings('Email', { doubleOptIn: { topics: [] } });
  });

  test('of a word that joins is answered by YES, and only for what was asked', async () => {
    const { mobile } = someone();
    const id = await story.contact({ mobile });
    await settings('Sms', { doubleOptIn: { topics: ['deals'] } });
    expect(await story.text(mobile, 'DEALS')).toContain('Reply YES to confirm');
    expect((await profileOf(id, 'deals')).sms).toMatchObject({ status: 'PENDING', canSend: { allowed: false } });
    expect(await story.text(mobile, 'yes')).toContain('You are subscribed.');
    expect((await profileOf(id, 'deals')).sms).toMatchObject({ status: 'SUBSCRIBED', canSend: { allowed: true } });
    expect((await profileOf(id)).sms.canSend).toMatchObject({ allowed: false, decidedBy: 'CONSENT' });
    await settings('Sms', { doubleOptIn: { topics: [] } });
  });

  test('a grant with an end keeps it when it is confirmed by YES', async () => {
    const { mobile } = someone();
    const id = await story.contact({ mobile });
    await settings('Sms', { doubleOptIn: { topics: ['deals'] } });
    const input = {
      number: mobile,
      topic: 'deals',
      state: 'GRANTED',
      evidence: evidence('FORM'),
      validUntil: new Date(Date.now() + 30 * day),
    };
    await tried('smsConsentRecord', 'SmsConsentInput', input, 'consent { state }');
    await settings('Sms', { doubleOptIn: { topics: [] } });
    await story.text(mobile, 'yes');
    expect((await profileOf(id, 'deals')).sms.canSend.allowed).toBe(true);
    await later(31 * day, async () =>
      expect((await profileOf(id, 'deals')).sms.canSend).toMatchObject({ allowed: false, decidedBy: 'CONSENT' }),
    );
  });
});

describe('words', () => {
  test('join a topic after STOP without reviving anything else, and stop that topic alone', async () => {
    const { mobile } = someone();
    const id = await story.contact({ mobile });
    await story.consent('sms', mobile, 'GRANTED');
    await story.text(mobile, 'STOP');
    expect(await story.text(mobile, 'deals')).toContain('You are subscribed to Deals');
    expect((await profileOf(id, 'deals')).sms).toMatchObject({
      status: 'SUBSCRIBED',
      canSend: { allowed: true },
      consents: expect.arrayContaining([
        { state: 'GRANTED', topic: { key: 'deals' }, method: 'KEYWORD', evidence: { statedText: 'deals' } },
      ]),
    });
    expect((await profileOf(id)).sms.canSend.allowed).toBe(false);
    expect(await story.text(mobile, 'Stop deals.')).toContain('unsubscribed from Deals');
    expect((await profileOf(id, 'deals')).sms).toMatchObject({ status: 'UNSUBSCRIBED', canSend: { allowed: false } });
  });

  test('of the account are added, and none of those that hold everywhere can be taken', async () => {
    const { mobile } = someone();
    await settings('Sms', { stopWords: ['Basta'], helpText: 'Northwind. Reply STOP to end.' });
    expect(await story.text(mobile, 'basta!')).toContain('You are unsubscribed');
    expect(await story.text(mobile, 'HELP')).toContain('Northwind. Reply STOP to end.');
    const refused = async (input: object) => (await tried('smsSettingsUpdate', 'SmsSettingsInput', input)).userErrors;
    expect(await refused({ startWords: ['stop'] })).toEqual([
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'startWords', '0'],
        message: '"STOP" means the same on every account and cannot be changed',
      },
    ]);
    expect(await refused({ helpWords: ['BASTA'] })).toMatchObject([
      { message: expect.stringContaining('is given twice') },
    ]);
    expect(await refused({ joinWords: [{ word: 'X', topic: 'nothing' }] })).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('by hand', () => {
  const change = (address: string, status: string, reason = 'asked on the phone') =>
    tried(
      'emailStatusChange',
      'EmailStatusChangeInput',
      { address, status, reason },
      'address { status consecutiveHardBounces }',
    );
  let bounces = 0;
  const bounce = async (email: string) => {
    for (let i = 0; i < 3; i++) {
      await story.emailEvent(email, 'bounce', {
        type: 'bounce',
        sg_message_id: `${bounces++}`,
      });
    }
  };

  test('an address is parked and taken back, with a reason each time', async () => {
    const { email } = someone();
    const id = await story.contact({ email });
    await story.consent('email', email, 'GRANTED');
    expect((await change(email, 'EXPIRED', ' ')).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['input', 'reason'] },
    ]);
    expect(await change(email, 'EXPIRED', 'no longer a customer')).toMatchObject({ address: { status: 'EXPIRED' } });
    expect((await profileOf(id)).email).toMatchObject({
      status: 'EXPIRED',
      canSend: {
        decidedBy: 'DELIVERABILITY',
        checks: expect.arrayContaining([expect.objectContaining({ detail: 'Parked by staff: no longer a customer' })]),
      },
    });
    expect(await change(email, 'NORMAL')).toMatchObject({ address: { status: 'NORMAL' } });
    expect((await profileOf(id)).email.canSend.allowed).toBe(true);
  });

  test('a held address is released, and held again only by as many new bounces', async () => {
    const { email } = someone();
    await story.contact({ email });
    await bounce(email);
    expect(await change(email, 'HELD')).toMatchObject({ address: { status: 'HELD', consecutiveHardBounces: 3 } });
    expect(await change(email, 'NORMAL')).toMatchObject({ address: { status: 'NORMAL', consecutiveHardBounces: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await bounce(email);
    expect(await change(email, 'HELD')).toMatchObject({ address: { status: 'HELD', consecutiveHardBounces: 3 } });
  });

  test('an unsubscribed address comes back by new evidence of consent alone, and many at once touch none of these', async () => {
    const [gone, held, used, parked] = [someone().email, someone().email, someone().email, someone().email];
    for (const email of [gone, held, used, parked]) await story.contact({ email });
    await story.emailEvent(gone, 'unsubscribe');
    await bounce(held);
    await change(parked, 'EXPIRED');
    expect((await change(gone, 'NORMAL')).userErrors).toMatchObject([
      { code: 'CONSENT_REQUIRED', field: ['input', 'status'] },
    ]);
    const many = async (status: string) =>
      tried(
        'emailStatusChangeBulk',
        'EmailStatusChangeBulkInput',
        { addresses: [gone, held, used, parked, 'nobody@example.com', 'no address'], status, reason: 'spring clean' },
        'outcomes { address changed error { code } }',
      );
    const outcome = (changed: boolean, code?: string) => ({ changed, error: code === undefined ? null : { code } });
    expect((await many('NORMAL')).outcomes).toMatchObject([
      outcome(false, 'SUPPRESSED'),
      outcome(false, 'SUPPRESSED'),
      outcome(false),
      outcome(true),
      outcome(false, 'NOT_FOUND'),
      outcome(false, 'BAD_USER_INPUT'),
    ]);
    expect((await many('EXPIRED')).outcomes).toMatchObject([
      outcome(false, 'SUPPRESSED'),
      outcome(false, 'SUPPRESSED'),
      outcome(true),
      outcome(true),
      outcome(false, 'NOT_FOUND'),
      outcome(false, 'BAD_USER_INPUT'),
    ]);
    expect((await many('HELD')).userErrors).toMatchObject([{ field: ['input', 'status'] }]);
    await story.consent('email', gone, 'GRANTED');
    expect((await change(gone, 'NORMAL')).userErrors).toMatchObject([{ code: 'CONSENT_REQUIRED' }]);
    await later(2 * 60_000, () => story.consent('email', gone, 'GRANTED'));
    await later(3 * 60_000, async () =>
      expect(await change(gone, 'NORMAL')).toMatchObject({ address: { status: 'NORMAL' } }),
    );
  });

  test('a number is suppressed and released; an opt-out at the provider ends by START only', async () => {
    const { mobile } = someone();
    const id = await story.contact({ mobile });
    await story.consent('sms', mobile, 'GRANTED');
    const by = (field: string, reason = 'asked by letter') =>
      tried(field, 'SmsSuppressionInput', { number: mobile, reason });
    expect((await by('smsSuppressionAdd', '')).userErrors).toMatchObject([{ field: ['input', 'reason'] }]);
    await by('smsSuppressionAdd');
    const suppressed = (await profileOf(id)).sms;
    expect(suppressed).toMatchObject({ status: 'UNSUBSCRIBED', canSend: { decidedBy: 'SUPPRESSION' } });
    const { since } = suppressed.canSend.checks[1];
    expect((await by('smsSuppressionEnd')).userErrors).toEqual([]);
    expect((await profileOf(id)).sms.canSend.allowed).toBe(true);
    // The ledger still says what held then.
    expect((await profileOf(id, undefined, new Date(since))).sms.canSend.allowed).toBe(false);
    await story.twilio.status(story.twilioUrl, mobile, { MessageStatus: 'failed', ErrorCode: '21610' });
    expect((await by('smsSuppressionEnd')).userErrors).toMatchObject([{ code: 'SUPPRESSED' }]);
    await story.text(mobile, 'START');
    expect((await profileOf(id)).sms.canSend.allowed).toBe(true);
  });
});

test('a text taken for a revocation stops at once; found to be none, exactly what held before holds again', async () => {
  const [wrong, right] = [someone(), someone()];
  const ids = [await story.contact({ mobile: wrong.mobile }), await story.contact({ mobile: right.mobile })];
  const queue = async () =>
    (await story.ask('{ smsRevocationReviews { nodes { id number statedText decision } pageInfo { hasNextPage } } }'))
      .data.smsRevocationReviews.nodes;
  const decide = (id: string, decision: string) =>
    tried(
      'smsRevocationReviewDecide',
      'SmsRevocationReviewInput',
      { id, decision, reason: 'read it' },
      'review { decision reason }',
    );
  for (const { mobile } of [wrong, right]) {
    await story.consent('sms', mobile, 'GRANTED', 'deals');
    await story.text(mobile, 'Please stop texting me on Sundays');
  }
  expect(await queue()).toMatchObject([
    { number: wrong.mobile, statedText: 'Please stop texting me on Sundays', decision: null },
    { number: right.mobile },
  ]);
  const [first, second] = await queue();
  expect((await profileOf(ids[0] ?? '', 'deals')).sms).toMatchObject({
    status: 'UNSUBSCRIBED',
    canSend: { allowed: false },
  });
  expect(await decide(first.id, 'REJECTED')).toMatchObject({ review: { decision: 'REJECTED', reason: 'read it' } });
  expect(await decide(second.id, 'APPROVED')).toMatchObject({ review: { decision: 'APPROVED' } });
  expect(await queue()).toEqual([]);
  // The topic holds again; the whole channel was never granted and is not now.
  expect((await profileOf(ids[0] ?? '', 'deals')).sms).toMatchObject({
    status: 'SUBSCRIBED',
    canSend: { allowed: true },
  });
  expect((await profileOf(ids[0] ?? '')).sms.canSend).toMatchObject({ allowed: false, decidedBy: 'CONSENT' });
  expect((await profileOf(ids[1] ?? '', 'deals')).sms.canSend.allowed).toBe(false);
  expect((await decide(first.id, 'REJECTED')).userErrors).toEqual([]);
  expect((await decide(first.id, 'APPROVED')).userErrors).toMatchObject([{ field: ['input', 'decision'] }]);
  expect((await decide('nothing', 'APPROVED')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('a text that comes again after the account has made a word of it changes nothing', async () => {
  const { mobile } = someone();
  const id = await story.contact({ mobile });
  const text = { MessageSid: 'SMreplay', From: mobile, To: '+15125550100', Body: 'beans', SmsStatus: 'received' };
  await story.twilio.post(story.twilioUrl, text);
  await story.ask(
    'mutation ($input: SmsSettingsInput!) { smsSettingsUpdate(input: $input) { userErrors { message } } }',
    {
      input: { joinWords: [{ word: 'BEANS', topic: 'deals' }] },
    },
  );
  expect((await story.twilio.post(story.twilioUrl, text)).status).toBe(200);
  expect((await profileOf(id, 'deals')).sms.canSend.allowed).toBe(false);
  // The word does what it is for, from now on.
  await story.text(mobile, 'beans');
  expect((await profileOf(id, 'deals')).sms.canSend.allowed).toBe(true);
});
