import { readFileSync } from 'node:fs';
import { errorCodes } from '@ucp/kit/errors';
import { pageLimits } from '@ucp/kit/page';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
).scripts;

test('the README names every error code, the page limits and only commands that exist', () => {
  for (const code of Object.keys(errorCodes)) expect(readme).toContain(code);
  expect(readme).toContain(`${pageLimits.least} to ${pageLimits.most}`);
  const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => name !== 'and');
  expect(named.length).toBeGreaterThan(4);
  for (const name of named) expect(scripts, name).toHaveProperty([name]);
});
