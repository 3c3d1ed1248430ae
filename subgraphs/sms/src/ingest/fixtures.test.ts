import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { smsChannel } from '../sms-channel.ts';
import { translateTwilio } from './twilio.ts';

const { source, cases } = z
  .object({
    source: z.string(),
    cases: z.array(
      z.object({
        name: z.string(),
        payload: z.record(z.string(), z.string()),
        events: z.array(z.record(z.string(), z.unknown())).default([]),
        skipped: z.array(z.string()).default([]),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('fixtures/twilio.json', import.meta.url), 'utf8')));

describe(`what ${source} documents`, () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { payload, events, skipped }) => {
    const translated = translateTwilio(Buffer.from(new URLSearchParams(payload).toString()));
    expect(translated.skipped).toEqual(skipped);
    expect(translated.events).toHaveLength(events.length);
    expect(JSON.parse(JSON.stringify(translated.events))).toMatchObject(events);
    for (const event of translated.events) expect(smsChannel.kinds).toContain(event.kind);
  });
});
