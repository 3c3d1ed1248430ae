import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const document = (name: string): string =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

let system: System;
let story: Story;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
});
afterAll(() => system.stop());

test('first light', async () => {
  const id = await story.contact({ email: 'Ada@Example.com' }, { mobile: '+15125550123' });
  await story.emailEvent('ada@example.com', 'click', { url: 'https://example.com/a' });
  const answer = await story.ask(document('unified-profile'), { id });
  console.log(JSON.stringify(answer, null, 1).slice(0, 6000));
});
