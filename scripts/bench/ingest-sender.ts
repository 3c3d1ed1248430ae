import { createPrivateKey, createSign } from 'node:crypto';
import { Pool } from 'undici';
import { ownSeconds } from './processor-time.ts';

/** What the sender is told to send: batches of events that no other order has sent. */
export interface SendOrder {
  readonly url: string;
  /** PEM. */
  readonly privateKey: string;
  readonly batches: number;
  readonly batchSize: number;
  /** Number of the first event, which makes its id and time. */
  readonly from: number;
  readonly senders: number;
  readonly addresses: number;
}

export interface Sent {
  readonly seconds: number;
  /** Of the processor, in the sender itself. */
  readonly processor: number;
  readonly events: number;
}

/** Bodies made before the clock starts, as many as this at most; the rest are made while sending. */
const prepared = 2_000;
const kinds = ['processed', 'delivered', 'open', 'open', 'click', 'delivered', 'open', 'processed'];
const begin = Math.floor(Date.now() / 1000) - 80 * 86_400;

function bodyOf({ from, batchSize, addresses }: SendOrder, batch: number): string {
  const events = Array.from({ length: batchSize }, (_, i) => {
    const no = from + batch * batchSize + i;
    const kind = kinds[no % kinds.length] ?? 'open';
    return {
      // Of 5,000 events one unsubscribes and ten bounce: consequences are part of the work.
      event: no % 5_000 === 0 ? 'unsubscribe' : no % 500 === 1 ? 'bounce' : kind,
      email: `reader${(no * 7_919) % addresses}@example.com`,
      timestamp: begin + (Math.floor((no * 7) / 10) % (79 * 86_400)),
      sg_event_id: `event-${no}`,
      sg_message_id: `message-${Math.floor(no / 8)}.filter0001.16648.5515E0B88.0`,
      useragent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15',
      ip: `203.0.113.${no % 250}`,
      ...(kind === 'click' ? { url: `https://shop.example/${no % 50}` } : {}),
      category: ['spring'],
    };
  });
  return `${JSON.stringify(events)}\r\n`;
}

async function send(order: SendOrder): Promise<Sent> {
  const key = createPrivateKey(order.privateKey);
  const { origin, pathname } = new URL(order.url);
  const pool = new Pool(origin, { connections: order.senders });
  const signed = (body: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    return { body, timestamp, signature: createSign('sha256').update(timestamp).update(body).sign(key, 'base64') };
  };
  const ready = Array.from({ length: Math.min(order.batches, prepared) }, (_, i) => signed(bodyOf(order, i)));
  const [began, used] = [performance.now(), ownSeconds()];
  let next = 0;
  const work = async () => {
    for (let batch = next++; batch < order.batches; batch = next++) {
      const { body, timestamp, signature } = ready[batch] ?? signed(bodyOf(order, batch));
      const response = await pool.request({
        method: 'POST',
        path: pathname,
        body,
        headers: {
          'content-type': 'application/json',
          'x-twilio-email-event-webhook-signature': signature,
          'x-twilio-email-event-webhook-timestamp': timestamp,
        },
      });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`a batch was answered ${response.statusCode}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: order.senders }, work));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return { seconds, processor: ownSeconds() - used, events: order.batches * order.batchSize };
}

process.on('message', (order: SendOrder) => {
  void send(order).then((sent) => process.send?.(sent));
});
