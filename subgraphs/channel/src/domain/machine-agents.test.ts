import { expect, test } from 'vitest';
import { isMachineAgent } from './machine-agents.ts';

test('a phone of the maker Cubot is a person’s, whatever its name ends in', () => {
  expect(isMachineAgent('Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 Chrome/120.0 Mobile')).toBe(
    false,
  );
  expect(isMachineAgent('Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)')).toBe(true);
  expect(isMachineAgent('Slackbot-LinkExpanding 1.0')).toBe(true);
});
