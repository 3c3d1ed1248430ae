import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageId } from '../actions/message-ids.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { postId, takes } from '../testing/post-office.ts';

const hour = 3_600_000;
let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

const messageOf = async (messageNo: number) =>
  (await letters.messages()).find((message) => message.messageNo === messageNo);
const takenOf = (messageNo: number) => letters.post.taken.filter((message) => message.messageNo === messageNo);
const kindsOf = async (contactNo: number): Promise<string[]> => {
  const rows = await letters.channel.activity.newestOf(1, [contactNo], 50, null);
  return rows.map(({ kind }) => kind).reverse();
};
const capOf = (sends: number | null) =>
  letters.channel.updateSettings(1, { frequencyCaps: sends === null ? [] : [{ sends, within: 'P1D' }] }, null);

test('a message to somebody who agreed is claimed with its decision, handed over once and written as sent', async () => {
  const ada = letters.person({ fields: { first_name: 'Ada' } });
  const asked = await letters.ask(ada, { content: { text: 'Dear {first_name}' } });
  expect(asked).toMatchObject({
    state: 'QUEUED',
    queuedBy: 'key:test',
    earlyDecision: { allowed: true },
    decision: null,
  });
  await letters.drain();
  expect(await messageOf(asked.messageNo)).toMatchObject({
    state: 'SENT',
    decision: { allowed: true, decidedBy: null },
    given: letters.addressOf(ada),
    providerMessageId: postId(asked),
    errorCode: null,
  });
  const taken = takenOf(asked.messageNo).map(({ to, content }) => [to, content.text]);
  expect(taken).toEqual([[letters.addressOf(ada), 'Dear Ada']]);
  expect(await kindsOf(ada)).toEqual(['QUEUED', 'SEND']);
});

test('what a lasting rule speaks against is skipped at once, with the rule, and never reaches a provider', async () => {
  const bob = letters.person({ consent: 'NONE' });
  const asked = await letters.ask(bob);
  expect(asked).toMatchObject({
    state: 'SKIPPED',
    skippedBecause: 'CONSENT',
    earlyDecision: { allowed: false, decidedBy: 'CONSENT' },
    claimedAt: null,
  });
  expect(asked.endedAt).toEqual(asked.queuedAt);
  await letters.drain();
  expect(takenOf(asked.messageNo)).toEqual([]);
  expect(await kindsOf(bob)).toEqual(['SKIPPED']);
});

test('who says STOP after the message was queued does not get it, and the decision of record says why', async () => {
  const eve = letters.person();
  const asked = await letters.ask(eve);
  await letters.say(eve, 'STOP');
  await letters.drain();
  expect(await messageOf(asked.messageNo)).toMatchObject({
    state: 'SKIPPED',
    skippedBecause: 'CONSENT',
    earlyDecision: { allowed: true },
    decision: { allowed: false, decidedBy: 'CONSENT' },
  });
  expect(takenOf(asked.messageNo)).toEqual([]);
});

test('a restriction that identity noted a moment ago counts, though nobody here has folded it', async () => {
  const mia = letters.person();
  const asked = await letters.ask(mia);
  letters.identityTells({
    kind: 'CONTACT',
    contactNo: mia,
    rootNo: mia,
    restrictedSince: '2026-01-02T00:00:00.000Z',
    objectionSince: null,
    erasedAt: null,
    primaries: {},
  });
  await letters.drain();
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'SKIPPED', skippedBecause: 'RESTRICTED' });
});

test('a contact without an address is told so', async () => {
  const contactNo = letters.person();
  letters.identityTells({
    kind: 'LINK',
    identifierKind: 'LETTER',
    value: letters.addressOf(contactNo),
    given: letters.addressOf(contactNo),
    contactNo: null,
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    place: 0,
  });
  expect(await letters.ask(contactNo)).toMatchObject({ state: 'SKIPPED', skippedBecause: 'ADDRESS' });
});

test('a message waits for its time and for the caps, and leaves when they allow it', async () => {
  await capOf(1);
  const sam = letters.person();
  const first = await letters.ask(sam);
  const second = await letters.ask(sam);
  const later = await letters.ask(letters.person(), { notBefore: new Date(Date.now() + 48 * hour) });
  await letters.drain();
  expect(await messageOf(first.messageNo)).toMatchObject({ state: 'SENT' });
  const waiting = await messageOf(second.messageNo);
  expect(waiting).toMatchObject({ state: 'QUEUED', decision: null });
  expect(waiting?.dueAt.getTime()).toBe(((await messageOf(first.messageNo))?.claimedAt?.getTime() ?? 0) + 24 * hour);
  letters.clock.setOffset(24 * hour);
  await letters.drain();
  expect((await messageOf(second.messageNo))?.state).toBe('SENT');
  expect((await messageOf(later.messageNo))?.state).toBe('QUEUED');
  letters.clock.setOffset(49 * hour);
  await letters.drain();
  expect((await messageOf(later.messageNo))?.state).toBe('SENT');
  letters.clock.setOffset(0);
  await capOf(null);
});

test('a message that is on its way counts for the caps before it is written as sent', async () => {
  await capOf(1);
  const kim = letters.person();
  const first = await letters.ask(kim);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  letters.post.answers = async (message) => {
    if (message.messageNo === first.messageNo) await gate;
    return takes(message);
  };
  const sending = letters.drain();
  await expect.poll(async () => (await messageOf(first.messageNo))?.state).toBe('CLAIMED');
  const second = await letters.ask(kim);
  const other = await letters.worker();
  await other.drain();
  expect((await messageOf(second.messageNo))?.state).toBe('QUEUED');
  letGo();
  await sending;
  letters.post.answers = takes;
  expect((await messageOf(first.messageNo))?.state).toBe('SENT');
  expect(takenOf(second.messageNo)).toEqual([]);
  await capOf(null);
});

test('a text that demands a field the contact lacks makes no message, and says which', async () => {
  await letters.channel.sending?.templates.set(
    1,
    { key: 'vip', name: 'VIP', content: { text: 'Dear {title} {first_name}' }, whenMissing: 'FAIL' },
    'key:test',
  );
  const asked = await letters.ask(letters.person({ fields: { first_name: 'Ada' } }), {
    content: undefined,
    template: 'vip',
  });
  await letters.drain();
  expect(await messageOf(asked.messageNo)).toMatchObject({
    state: 'FAILED',
    errorCode: 'MISSING_FIELDS',
    errorDetail: 'The contact has no title.',
    templateKey: 'vip',
  });
  expect(takenOf(asked.messageNo)).toEqual([]);
});

test('what a provider puts off is tried again, later each time, and given up after eight times', async () => {
  const asked = await letters.ask(letters.person());
  letters.post.answers = () => ({
    keeps: false,
    says: { is: 'LATER', code: '429', detail: 'Too many', afterMs: null },
  });
  const waits: number[] = [];
  for (let offset = 0; ; ) {
    await letters.drain();
    const message = await messageOf(asked.messageNo);
    if (message?.state !== 'QUEUED') break;
    const wait = message.dueAt.getTime() - (message.claimedAt?.getTime() ?? 0);
    waits.push(Math.round(wait / 1_000));
    if (waits.length > 8) break;
    offset += wait;
    letters.clock.setOffset(offset);
  }
  letters.clock.setOffset(0);
  letters.post.answers = takes;
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320]);
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'FAILED', attempts: 8, errorCode: '429' });
});

test('a refusal that says the address is opted out suppresses it: the next message is skipped', async () => {
  const lea = letters.person();
  const asked = await letters.ask(lea);
  letters.post.answers = () => ({
    keeps: false,
    says: { is: 'REFUSED', code: '21610', detail: 'Opted out', suppression: 'PROVIDER_OPT_OUT' },
  });
  await letters.drain();
  letters.post.answers = takes;
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'FAILED', errorCode: '21610' });
  expect(await kindsOf(lea)).toEqual(['QUEUED', 'REFUSED']);
  expect(await letters.ask(lea)).toMatchObject({ state: 'SKIPPED', skippedBecause: 'SUPPRESSION' });
});

test('while identity is away nothing is claimed; when it is back it goes on', async () => {
  const asked = await letters.ask(letters.person());
  letters.identityIs('down');
  await expect(letters.drain()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect((await messageOf(asked.messageNo))?.state).toBe('QUEUED');
  letters.identityIs('up');
  await letters.drain();
  expect((await messageOf(asked.messageNo))?.state).toBe('SENT');
});

test('a send that the provider tells of too counts once, whoever was first', async () => {
  const told = async (contactNo: number, id: string) => {
    const event = {
      key: `told ${id}`,
      at: null,
      address: letters.addressOf(contactNo),
      kind: 'SEND',
      machine: false,
      messageId: id,
      details: {},
      acquisition: { kind: 'API', detail: 'post events' } as const,
    };
    await letters.channel.ingest(1, { sourceNo: 1, events: [event], skipped: [] });
  };
  const [early, late] = [letters.person(), letters.person()];
  const [first, second] = [await letters.ask(early), await letters.ask(late)];
  letters.post.answers = async (message) => {
    if (message.messageNo === first.messageNo) await told(early, postId(message));
    return takes(message);
  };
  await letters.drain();
  letters.post.answers = takes;
  await told(late, postId(second));
  for (const contactNo of [early, late]) expect(await kindsOf(contactNo)).toEqual(['QUEUED', 'SEND']);
});

test('events that name their message only find its address when the message is written as sent', async () => {
  const ian = letters.person();
  const asked = await letters.ask(ian);
  const event = {
    key: 'delivered before',
    at: null,
    address: null,
    kind: 'DELIVERED',
    machine: false,
    messageId: postId(asked),
    details: {},
    acquisition: { kind: 'API', detail: 'post events' } as const,
  };
  await letters.channel.ingest(1, { sourceNo: 1, events: [event], skipped: [] });
  expect(await kindsOf(ian)).toEqual(['QUEUED']);
  await letters.drain();
  expect([...(await kindsOf(ian))].sort()).toEqual(['DELIVERED', 'QUEUED', 'SEND']);
  expect(letterChannel.assignsByMessage).toBe(true);
});

test('a message that waits can be taken back, one that was sent cannot', async () => {
  const asked = await letters.ask(letters.person(), { notBefore: new Date(Date.now() + hour) });
  const { messages } = letters.channel.sending ?? {};
  const id = messageId(letterChannel, 1, asked.messageNo);
  expect(await messages?.cancel(1, id)).toMatchObject({ state: 'CANCELED', version: asked.version + 1 });
  expect(await messages?.cancel(1, id)).toMatchObject({ state: 'CANCELED', version: asked.version + 1 });
  const sent = await letters.ask(letters.person());
  await letters.drain();
  await expect(messages?.cancel(1, messageId(letterChannel, 1, sent.messageNo))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'Only a message that waits can be taken back, this one is SENT',
  });
  await expect(messages?.cancel(2, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('links are there before their letters leave, those of many letters by one statement', async () => {
  const { db } = letters.channel;
  const asked = [];
  for (let i = 0; i < 8; i++) asked.push(await letters.ask(letters.person(), { content: { text: 'Read link:more' } }));
  letters.statements.length = 0;
  const early: number[] = [];
  letters.post.answers = async (message) => {
    const { rows } = await db.pool.query('select 1 from short_link where message_no = $1', [message.messageNo]);
    if (rows.length === 0) early.push(message.messageNo);
    return takes(message);
  };
  await letters.drain();
  letters.post.answers = takes;
  expect(early).toEqual([]);
  expect(letters.statements.filter((text) => text.includes('/* short_links_keep */'))).toHaveLength(1);
  const states = new Map((await letters.messages()).map(({ messageNo, state }) => [messageNo, state]));
  expect(asked.map(({ messageNo }) => states.get(messageNo))).toEqual(asked.map(() => 'SENT'));
});

test('a letter whose links cannot be kept does not leave, and is tried again', async () => {
  const { db } = letters.channel;
  const asked = await letters.ask(letters.person(), { content: { text: 'Read link:again' } });
  await db.pool.query('alter table short_link rename to short_link_away');
  await letters.drain();
  await db.pool.query('alter table short_link_away rename to short_link');
  const message = (await letters.messages()).find(({ messageNo }) => messageNo === asked.messageNo);
  expect(message).toMatchObject({ state: 'QUEUED', errorCode: 'LINKS_NOT_KEPT', attempts: 1 });
  expect(letters.post.taken.some(({ messageNo }) => messageNo === asked.messageNo)).toBe(false);
});
