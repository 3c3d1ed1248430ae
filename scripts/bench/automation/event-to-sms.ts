import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@ucp/kit/connection';
import { startTwilioServer } from '../../../subgraphs/sms/src/testing/twilio-server.ts';
import { mobileOf } from '../readers.ts';
import { ask, type Bench, publish, until } from './account.ts';

/** Events a second, and for how many seconds. */
export const eventRate = 200;
const eventSeconds = 20;
/** Contacts to whom something happens, where there are as many. */
export const eventContacts = eventRate * eventSeconds;
/** What has not come by then, in milliseconds, comes never. */
const patience = 30_000;

const accountSid = `AC${'0'.repeat(32)}`;
const authToken = 'of benches only';

/**
 * What people do on a site makes an SMS leave at once: as many events a second as `eventRate`, each of somebody else.
 * @param sms the channel, which reaches providers of this machine
 * @param people so many of the readers have a mobile
 * @returns milliseconds from the commit of each event to its SMS at a Twilio of this machine, ascending; infinite where none came
 */
export async function eventsToSms(bench: Bench, sms: Connection, people: number): Promise<number[]> {
  const { automation, account } = bench;
  const twilio = await startTwilioServer({ accountSid, authToken });
  try {
    /** When each number was reached. */
    const reached = new Map<string, number>();
    twilio.behave((to) => {
      reached.set(to, performance.now());
      return { does: 'TAKE' };
    });
    await prepare(sms, account, twilio.url);
    const steps = [{ key: 'write', send: { channel: 'SMS', template: 'cart' } }];
    await publish(bench, 'Cart', { trigger: { behavior: { name: 'cart_updated' } }, steps });
    const track = 'mutation ($events: [BehaviorInput!]!) { answer: behaviorsTrack(events: $events) { accepted } }';
    const committed = new Map<string, number>();
    const all: Promise<unknown>[] = [];
    const began = performance.now();
    for (let i = 0; i < people; i++) {
      const due = began + (i * 1_000) / eventRate;
      if (due > performance.now()) await sleep(due - performance.now());
      const mobile = mobileOf(i);
      const event = { key: `cart ${i}`, name: 'cart_updated', identifier: { mobile } };
      const tracked = ask(automation, account, track, { events: [event] });
      all.push(tracked.then(() => committed.set(mobile, performance.now())));
    }
    await Promise.all(all);
    const last = performance.now() + patience;
    await until(async () => performance.now() > last || reached.size === committed.size);
    return [...committed]
      .map(([mobile, at]) => (reached.get(mobile) ?? Number.POSITIVE_INFINITY) - at)
      .sort((a, b) => a - b);
  } finally {
    await twilio.close();
  }
}

/** SMS leave at any hour and as fast as they can. */
async function prepare(sms: Connection, account: number, apiUrl: string): Promise<void> {
  const settings = { accountSid, authToken, from: '+15125550100', apiUrl };
  const asked: readonly (readonly [string, object])[] = [
    [
      'mutation ($input: SmsSettingsInput!) { answer: smsSettingsUpdate(input: $input) { userErrors { message } } }',
      { sendingHours: null },
    ],
    [
      'mutation ($input: SmsSenderInput!) { answer: smsSenderCreate(input: $input) { userErrors { message } } }',
      { name: 'local', provider: 'TWILIO', settings, perSecond: 1_000 },
    ],
    [
      'mutation ($input: SmsTemplateInput!) { answer: smsTemplateSet(input: $input) { userErrors { message } } }',
      { key: 'cart', name: 'Cart', content: { body: 'Dear {{first_name}}, your cart waits for you.' } },
    ],
  ];
  for (const [query, input] of asked) await ask(sms, account, query, { input });
}
