import type { Database } from '@ucp/kit/database';
import type { Senders } from '../actions/configure-senders.ts';
import type { OpenSender, SenderProvider } from '../outgoing.ts';
import { senderByNo } from '../store/senders.ts';

/** A sender that messages can be handed to. */
export interface ReadySender {
  readonly provider: SenderProvider;
  readonly sender: OpenSender;
  /** Most messages a second, over everything that is sent by it. */
  readonly perSecond: number;
}

export interface OpenSenders {
  /** Null for a sender whose provider this process does not know. */
  readonly of: (account: number, senderNo: number) => Promise<ReadySender | null>;
  readonly close: () => Promise<void>;
}

/** Keeps ways to providers open, each as long as its settings are the same. */
export function createOpenSenders(db: Database, senders: Senders): OpenSenders {
  const opened = new Map<string, ReadySender & { readonly secret: Buffer }>();
  return {
    of: async (account, senderNo) => {
      const key = `${account}:${senderNo}`;
      const row = await senderByNo(db, account, senderNo);
      if (row === null) return null;
      const known = opened.get(key);
      const { perSecond } = row;
      if (known?.secret.equals(row.secret)) return { ...known, perSecond };
      const found = senders.open(row);
      if (found === null) return null;
      const fresh = { ...found, sender: found.provider.open(found.settings), perSecond, secret: row.secret };
      opened.set(key, fresh);
      // What was handed to the old one goes on; it takes nothing new.
      void known?.sender.close();
      return fresh;
    },
    close: async () => {
      await Promise.all([...opened.values()].map(({ sender }) => sender.close()));
      opened.clear();
    },
  };
}
