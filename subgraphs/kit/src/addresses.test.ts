import { expect, test } from 'vitest';
import { normaliseEmail } from './addresses.ts';

test('an email address is matched in lower case, without folding, and holds no character that cannot be kept or seen', () => {
  expect(normaliseEmail(' Ada+Tips@Example.com ')).toEqual({
    value: 'ada+tips@example.com',
    given: 'Ada+Tips@Example.com',
  });
  for (const text of ['a\u0000b@example.com', 'ab@exa\u0007mple.com', 'ab@example.c\u001bom'])
    expect(normaliseEmail(text)).toEqual({ refused: expect.stringContaining('looks like name@example.com') });
});
