import { type Clock, timeOf } from '@ucp/kit/clock';
import type { Logger } from '@ucp/kit/log';
import type { Channel } from './channel.ts';
import { uuidOf } from './domain/event-id.ts';

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
  /** Where the link led; null for what has no link. */
  readonly url: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The same done again within so many milliseconds is done once. Windows follow each other without a gap. */
const windowLength = 10_000;
/** Most that is under way at once; what comes in beyond is dropped. */
const mostUnderWay = 1_000;
/** Events of one window that are remembered here; beyond, the database's key knows them. */
const mostRemembered = 10_000;
/** Least milliseconds between two lines of the log about what was dropped. */
const silence = 60_000;

/**
 * Records in the background: whoever follows a link waits for no database. Never throws. What cannot be recorded is logged and lost,
 * as a pixel is not asked for again.
 * @param read what was done; null: nothing that is anybody's
 */
export type RecordOwn = (read: () => Promise<OwnEvent | null>) => void;

/** A link is known to whoever has the message, and works for ever: a loop over it is one event in each window, whatever it costs them. */
export function createRecordOwn(options: {
  readonly channel: Pick<Channel, 'ingest'>;
  readonly log: Pick<Logger, 'warn'>;
  readonly clock: Clock;
}): RecordOwn {
  const { channel, log, clock } = options;
  const remembered = new Set<string>();
  let rememberedOf = 0;
  let underWay = 0;
  let dropped = 0;
  let silentUntil = Number.NEGATIVE_INFINITY;

  const record = async (read: () => Promise<OwnEvent | null>, window: number): Promise<void> => {
    const event = await read();
    if (event === null) return;
    const { account, url, ...told } = event;
    const key = keyOf(event, window);
    if (window > rememberedOf || remembered.size >= mostRemembered) {
      remembered.clear();
      rememberedOf = window;
    }
    if (remembered.has(key)) return;
    remembered.add(key);
    const acquisition = { kind: 'API', detail: 'links of our messages' } as const;
    const details = url === null ? told.details : { url, ...told.details };
    try {
      await channel.ingest(account, {
        sourceNo: ownSource,
        skipped: [],
        events: [{ ...told, details, key, at: null, acquisition }],
      });
    } catch (error) {
      remembered.delete(key);
      throw error;
    }
  };
  const drop = () => {
    dropped++;
    if (performance.now() < silentUntil) return;
    log.warn({ dropped }, 'more was done with messages at once than is recorded');
    dropped = 0;
    silentUntil = performance.now() + silence;
  };
  return (read) => {
    if (underWay >= mostUnderWay) return drop();
    underWay++;
    record(read, Math.floor(timeOf(clock).getTime() / windowLength))
      .catch((error: unknown) => log.warn({ err: error }, 'what somebody did with a message was not recorded'))
      .finally(() => {
        underWay--;
      });
  };
}

/** A person who follows what a scanner has just looked at is not the scanner again. */
const keyOf = ({ account, address, messageId, kind, machine, url }: OwnEvent, window: number): string =>
  uuidOf(JSON.stringify([account, address, messageId, kind, machine, url, window]));
