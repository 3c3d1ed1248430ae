import { describe, expect, test } from 'vitest';
import { meaningOf, readsLikeRevocation } from './keywords.ts';

const own = {
  stopWords: ['BASTA'],
  startWords: ['AGAIN'],
  helpWords: ['WHO'],
  joinWords: [{ word: 'BEANS', topic: 'offers' }],
};
const meaning = (text: string) => meaningOf(text, own, ['offers', 'shop-news']);
const kind = (text: string): string | null => meaning(text)?.kind ?? null;

describe('key words', () => {
  test.each([
    'STOP',
    'stop',
    ' Stop. ',
    '"stop"',
    'StopAll',
    'STOP ALL',
    'unsubscribe',
    'CANCEL',
    'End!',
    'quit',
    'REVOKE',
    'OptOut',
    'opt out',
    'OPT-OUT',
    'Remove',
    'ARRET',
    'arrêt',
    'STOP 🛑',
    'Stop 🙅‍♀️',
    'STOP\u200b',
    '\u200eSTOP\ufeff',
    'opt‑out',
  ])('%j stops', (text) => {
    expect(kind(text)).toBe('STOP');
  });

  test.each(['START', 'unstop', 'Start!'])('%j starts', (text) => {
    expect(kind(text)).toBe('START');
  });

  test.each(['HELP', 'info?'])('%j asks for help', (text) => {
    expect(kind(text)).toBe('HELP');
  });

  test('YES is told apart: what it means depends on what was asked', () => {
    expect([kind('Yes!'), kind('Yes please')]).toEqual(['YES', null]);
  });

  test.each([
    ['basta', { kind: 'STOP' }],
    ['Again.', { kind: 'START' }],
    ['who?', { kind: 'HELP' }],
    ['Beans', { kind: 'JOIN', topic: 'offers' }],
    ['stop beans', { kind: 'STOP_TOPIC', topic: 'offers' }],
    ['BASTA OFFERS', { kind: 'STOP_TOPIC', topic: 'offers' }],
    ['Stop shop-news', { kind: 'STOP_TOPIC', topic: 'shop-news' }],
    ['stop shop news!', { kind: 'STOP_TOPIC', topic: 'shop-news' }],
    ['STOP ALL', { kind: 'STOP' }],
    ['Stop everything else', null],
    ['start beans', null],
  ])('with words and topics of an account, %j means %j', (text, expected) => {
    expect(meaning(text)).toEqual(expected);
  });

  test('nothing that begins with a word that stops everywhere grants, whatever words the account made', () => {
    const words = {
      ...own,
      startWords: ['STOP NOT'],
      joinWords: [...own.joinWords, { word: 'STOP BEANS', topic: 'offers' }, { word: 'END NOTES', topic: 'offers' }],
    };
    const meant = (text: string) => meaningOf(text, words, ['offers']);
    expect([meant('Stop not'), meant('Stop beans'), meant('end notes'), meant('beans')]).toEqual([
      null,
      { kind: 'STOP_TOPIC', topic: 'offers' },
      null,
      { kind: 'JOIN', topic: 'offers' },
    ]);
  });

  test.each(['stop by tomorrow?', 'Please help me choose', 'nonstop', 'the end is near', ''])(
    '%j is a message, not a key word',
    (text) => {
      expect(kind(text)).toBeNull();
    },
  );

  test.each([
    'please stop texting me',
    'Don’t text me anymore',
    'take me off your list',
    'no more texts',
    'do not contact me',
    'leave me alone',
    'STOP please',
    'Please stop',
    'Stop stop stop',
    'stop these messages',
    'Stop all texts',
    'Stop it!',
    'please unsubscribe',
    'Unsubscribe from this list',
    'I want to opt out',
    'I would like to be removed',
    'remove this number',
    'cancel my subscription',
    'dont text this number again',
    'Do not send me anything',
  ])('%j reads like a revocation', (text) => {
    expect(readsLikeRevocation(text)).toBe(true);
  });

  test.each([
    'I will stop by on Saturday',
    'Can you send me the menu?',
    'Where do I take my order?',
    'Sounds great',
    'Can the shuttle take me to the airport?',
    'I don’t text much, call me',
    'Don’t send it before noon',
    'Which bus stop is it?',
    'Please stop by tomorrow',
    'please cancel my order',
  ])('%j does not', (text) => {
    expect(readsLikeRevocation(text)).toBe(false);
  });
});
