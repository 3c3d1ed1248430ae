import type { Database } from '@ucp/kit/database';
import type { OutgoingMessage, SenderProvider } from '../outgoing.ts';
import { isInOutbox, keepInOutbox } from '../store/outbox.ts';

const idOf = ({ messageNo }: OutgoingMessage): string => `outbox-${messageNo}`;
/** A database that was away is asked again after this many milliseconds. */
const pause = 10_000;
const text = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** Messages that are not to leave this machine: they are kept beside the others and read by whoever may read messages. */
export const createOutbox = (db: Database): SenderProvider => ({
  name: 'OUTBOX',
  readSettings: () => ({}),
  perSecond: 1_000,
  open: () => ({
    send: async (message) => {
      try {
        await keepInOutbox(db, message.account, message);
        return { is: 'SENT', providerMessageId: idOf(message) };
      } catch (error) {
        return { is: 'UNKNOWN', detail: text(error) };
      }
    },
    lookUp: async (message) => {
      try {
        const kept = await isInOutbox(db, message.account, message.messageNo);
        return kept ? { is: 'FOUND', providerMessageId: idOf(message) } : { is: 'ABSENT' };
      } catch (error) {
        return { is: 'LATER', detail: text(error), afterMs: pause };
      }
    },
    close: async () => {},
  }),
});
