import { randomUUID } from 'node:crypto';
import type { Logger } from '@ucp/kit/log';
import type { Channel } from './channel.ts';

/** Number of the source that is ourselves: what links and pictures of our own messages tell. The account's sources begin with 1. */
export const ownSource = 0;

/** What somebody did with a message of ours. */
export interface OwnEvent {
  readonly account: number;
  /** As the channel matches it. */
  readonly address: string;
  readonly messageId: string | null;
  readonly kind: string;
  readonly machine: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Records in the background: whoever follows a link waits for no database. What cannot be recorded is logged and lost, as a
 * pixel is not asked for again. Each time is an event of its own, at the time it comes in.
 */
export function recordOwn(channel: Channel, log: Logger, read: () => Promise<OwnEvent | null>): void {
  const record = async () => {
    const event = await read();
    if (event === null) return;
    const { account, ...told } = event;
    const key = randomUUID();
    const acquisition = { kind: 'API', detail: 'links of our messages' } as const;
    await channel.ingest(account, {
      sourceNo: ownSource,
      skipped: [],
      events: [{ ...told, key, at: null, acquisition }],
    });
  };
  record().catch((error: unknown) => log.warn({ err: error }, 'what somebody did with a message was not recorded'));
}
