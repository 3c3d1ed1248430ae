import { type AddressState, type ChannelEvent, noReaction, type PendingOptIn } from '@ucp/channel/event';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsChannel } from '../sms-channel.ts';
import { reactToSms } from './reactions.ts';

const state: AddressState = {
  refused: false,
  pending: [],
  suppressed: [],
  settings: { ...smsChannel.presets, joinWords: [{ word: 'DEALS', topic: 'offers' }] },
  topics: [{ key: 'offers', name: 'Offers by text' }],
};
const text = (body: string, more: object = {}): ChannelEvent => ({
  key: 'SM1:received',
  at: null,
  address: '+15125550123',
  kind: 'REPLY',
  machine: false,
  messageId: 'SM1',
  details: { provider: 'twilio', body, ...more },
  acquisition: { kind: 'KEYWORD', detail: body },
});
const said = (body: string, more: Partial<AddressState> = {}) => reactToSms(text(body), { ...state, ...more });
const question = (topic: string | null, grantUntil: Date | null = null): PendingOptIn => ({ topic, grantUntil });

describe('a word that joins', () => {
  test('grants its topic, with the text as the evidence', () => {
    expect(said(' Deals! ')).toEqual({
      ...noReaction,
      consents: [{ topic: 'offers', state: 'GRANTED', method: 'KEYWORD', statedText: ' Deals! ', actor: 'contact' }],
      answer: 'You are subscribed to Offers by text. Reply STOP to unsubscribe, HELP for help.',
    });
  });

  test('asks for a YES where the topic demands double opt-in, and YES confirms what was asked and no more', () => {
    const doubleOptIn = { channel: false, topics: ['offers'], validMs: 60_000 };
    const asked = said('deals', { settings: { ...state.settings, doubleOptIn } });
    expect(asked.consents).toMatchObject([{ topic: 'offers', state: 'PENDING', validMs: 60_000 }]);
    expect(asked.answer).toContain('Reply YES to confirm');
    expect(said('Yes', { pending: [question('offers')], refused: true }).consents).toMatchObject([
      { topic: 'offers', state: 'GRANTED' },
    ]);
  });
});

describe('YES', () => {
  test('confirms each question for as long as it was asked for', () => {
    const until = new Date('2027-01-01T00:00:00Z');
    const { consents } = said('YES', { pending: [question('offers', until), question(null)] });
    expect(consents.map(({ topic, validUntil }) => [topic, validUntil])).toEqual([
      ['offers', until],
      [null, null],
    ]);
  });

  test('is just a yes while nothing is asked and the number is not opted out', () => {
    expect(said('YES')).toEqual(noReaction);
    expect(said('YES', { suppressed: ['INVALID'] })).toEqual(noReaction);
    expect(said('YES', { suppressed: ['MANUAL', 'COMPLAINT'] })).toEqual(noReaction);
  });

  test('takes an opt-out back', () => {
    expect(said('YES', { refused: true }).consents).toMatchObject([{ topic: null, state: 'GRANTED' }]);
    expect(said('YES', { suppressed: ['PROVIDER_OPT_OUT'] }).consents).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('a topic by its word or key stops that topic, suppresses nothing, and is told as what it is', () => {
    for (const body of ['stop deals', 'STOP OFFERS']) {
      const reaction = said(body);
      expect(reaction.consents).toMatchObject([{ topic: 'offers', state: 'WITHDRAWN', statedText: body }]);
      expect(reaction.suppressions).toEqual([]);
      expect(reaction.answer).toBe('You are unsubscribed from Offers by text. Reply STOP to end all messages.');
    }
  });

  test('by free text stops everything at once and is put on review; by a word it is not in doubt', () => {
    const free = said('please stop texting me');
    expect(free).toMatchObject({ consents: [{ topic: null, state: 'WITHDRAWN' }], review: 'please stop texting me' });
    expect(free.suppressions).toHaveLength(1);
    expect(said('STOP').review).toBeNull();
  });

  test('by the provider’s own reading goes before the text, and is answered by the provider alone', () => {
    const reaction = reactToSms(text('DEALS', { optOutType: 'STOP' }), state);
    expect(reaction).toMatchObject({ consents: [{ topic: null, state: 'WITHDRAWN' }], answer: null });
  });
});

test('consent never crosses channels: what comes by WhatsApp may stop SMS and grants nothing of it', () => {
  const settings = { ...state.settings, doubleOptIn: { channel: false, topics: ['offers'], validMs: 60_000 } };
  for (const body of ['START', 'DEALS', 'YES']) {
    const states = [
      state,
      { ...state, settings },
      { ...state, refused: true, pending: [question('offers'), question(null)] },
    ];
    for (const each of states) expect(reactToSms(text(body, { way: 'whatsapp' }), each)).toEqual(noReaction);
    expect(reactToSms(text(body, { way: 'whatsapp', optOutType: 'START' }), state)).toEqual(noReaction);
  }
  expect(reactToSms(text('STOP', { way: 'whatsapp' }), state).consents).toMatchObject([{ state: 'WITHDRAWN' }]);
});

test('HELP changes nothing and is answered in the account’s words where it has some', () => {
  expect(said('help')).toEqual({ ...noReaction, answer: expect.stringContaining('Reply STOP') });
  const settings = { ...state.settings, helpText: 'Northwind Coffee, 512-555-0100. Reply STOP to end.' };
  expect(said('help', { settings }).answer).toBe('Northwind Coffee, 512-555-0100. Reply STOP to end.');
});

test('no text grants more than its word asks for: a topic joined, what was pending, or the channel by START or after an opt-out', () => {
  const body = fc.oneof(
    fc.constantFrom(
      'YES',
      'START',
      'deals',
      'stop deals',
      'STOP',
      'HELP',
      'please stop texting me',
      'yes please',
      'Unstop',
    ),
    fc.string({ maxLength: 20 }),
  );
  const states = fc.record({
    refused: fc.boolean(),
    pending: fc.subarray([question('offers'), question(null)]),
    suppressed: fc.subarray(['KEYWORD_STOP', 'COMPLAINT', 'INVALID', 'MANUAL'] as const),
  });
  fc.assert(
    fc.property(body, states, (words, more) => {
      const { consents } = said(words, more);
      const granted = consents.filter(({ state: given }) => given === 'GRANTED').map(({ topic }) => topic);
      const optedOut = more.refused || more.suppressed.includes('KEYWORD_STOP');
      const word = words.trim().toUpperCase();
      const mayGrant = (topic: string | null): boolean =>
        topic === null
          ? /START|UNSTOP/.test(word) ||
            (/YES/.test(word) &&
              (more.pending.some((each) => each.topic === null) || (optedOut && more.pending.length === 0)))
          : /DEALS/.test(word) || (/YES/.test(word) && more.pending.some((each) => each.topic === topic));
      expect(granted.filter((topic) => !mayGrant(topic))).toEqual([]);
      for (const { statedText } of consents) expect(statedText).toBe(words);
    }),
    { numRuns: Number(process.env.UCP_PROPERTY_RUNS ?? 200) },
  );
});
