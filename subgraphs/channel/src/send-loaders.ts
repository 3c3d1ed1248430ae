import { alignMany, alignOne } from '@ucp/kit/align';
import DataLoader from 'dataloader';
import type { Channel } from './channel.ts';
import type { TopicFact } from './domain/facts.ts';
import type { MessageHistory } from './domain/message.ts';
import { messagesById } from './store/message-history.ts';
import { type MessageRow, messagesByNo, messagesOfContacts } from './store/messages.ts';

/** Reads of one request about messages that were asked for. */
export interface SendLoaders {
  /** By number; null where the account has none. */
  readonly send: DataLoader<number, MessageRow | null>;
  /** Newest first, below a number. */
  readonly sends: (contactNo: number, first: number, before: number) => Promise<readonly MessageRow[]>;
  /** What became of messages since their providers have them; null where nothing is known. */
  readonly sentMessage: DataLoader<SentMessage, MessageHistory | null, string>;
  /** By number; null for that of the whole channel. */
  readonly topic: (topicNo: number) => Promise<TopicFact | null>;
}

interface SentMessage {
  readonly addressNo: number;
  readonly messageId: string;
}

const keyOf = ({ addressNo, messageId }: SentMessage): string => `${addressNo}:${messageId}`;

export function createSendLoaders(channel: Channel, account: number): SendLoaders {
  const { db, kind } = channel;
  const pages = new Map<string, DataLoader<number, readonly MessageRow[]>>();
  let topics: Promise<readonly TopicFact[]> | null = null;
  return {
    send: new DataLoader(async (messageNos) =>
      alignOne(messageNos, await messagesByNo({ query: db.read }, account, messageNos), ({ messageNo }) => messageNo),
    ),
    sends: (contactNo, first, before) => {
      const key = `${first}:${before}`;
      const page =
        pages.get(key) ??
        new DataLoader<number, readonly MessageRow[]>(async (contactNos) =>
          alignMany(contactNos, await messagesOfContacts(db, account, contactNos, first, before), ({ asked }) => asked),
        );
      pages.set(key, page);
      return page.load(contactNo);
    },
    sentMessage: new DataLoader(
      async (wanted) => alignOne(wanted.map(keyOf), await messagesById(db, kind, account, wanted), keyOf),
      { cacheKeyFn: keyOf },
    ),
    topic: async (topicNo) => {
      topics ??= channel.topicsOf(account);
      return (await topics).find((topic) => topic.topicNo === topicNo) ?? null;
    },
  };
}
