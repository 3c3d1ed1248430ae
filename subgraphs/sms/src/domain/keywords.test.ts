import { describe, expect, test } from 'vitest';
import { keywordOf, readsLikeRevocation } from './keywords.ts';

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
  ])('%j stops', (text) => {
    expect(keywordOf(text, false)).toBe('STOP');
  });

  test.each(['START', 'unstop', 'Start!'])('%j starts', (text) => {
    expect(keywordOf(text, false)).toBe('START');
  });

  test.each(['HELP', 'info?'])('%j asks for help', (text) => {
    expect(keywordOf(text, false)).toBe('HELP');
  });

  test('YES starts only while an opt-in is pending or the number is opted out', () => {
    expect([keywordOf('Yes', true), keywordOf('Yes', false)]).toEqual(['START', null]);
  });

  test.each(['stop by tomorrow?', 'Please help me choose', 'nonstop', 'the end is near', ''])(
    '%j is a message, not a key word',
    (text) => {
      expect(keywordOf(text, true)).toBeNull();
    },
  );

  test.each([
    'please stop texting me',
    'Don’t text me anymore',
    'take me off your list',
    'no more texts',
    'do not contact me',
    'leave me alone',
  ])('%j reads like a revocation', (text) => {
    expect(readsLikeRevocation(text)).toBe(true);
  });

  test.each(['I will stop by on Saturday', 'Can you send me the menu?', 'Where do I take my order?', 'Sounds great'])(
    '%j does not',
    (text) => {
      expect(readsLikeRevocation(text)).toBe(false);
    },
  );
});
