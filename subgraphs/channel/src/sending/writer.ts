import type { Database } from '@ucp/kit/database';
import type { ContentKind, MergeView, OutgoingMessage, Written } from '../outgoing.ts';
import { type ContentRow, contentsOf } from '../store/contents.ts';
import type { Outbound } from '../store/message-outcomes.ts';
import { namesOf } from '../store/send-names.ts';

/** Texts that are kept at hand; a lane has a few. */
const kept = 100;

/** Writes messages of one account, each text read once. */
export interface Writer {
  /** Reads the texts that messages are written with, and the names they tell. */
  readonly prepare: (messages: readonly Outbound[]) => Promise<void>;
  /** A message of `prepare`. `demand`: with what is missing as the template says; else with nothing in its place. */
  readonly write: (message: Outbound, view: MergeView, demand: boolean) => Written<unknown>;
}

export function createWriter(options: {
  readonly db: Database;
  readonly content: ContentKind;
  readonly publicUrl: string;
  readonly account: number;
}): Writer {
  const { db, content, publicUrl, account } = options;
  const texts = new Map<number, ContentRow>();
  let names: Awaited<ReturnType<typeof namesOf>> | null = null;
  return {
    prepare: async (messages) => {
      const wanted = [...new Set(messages.map(({ contentNo }) => contentNo))];
      const unknown = wanted.filter((contentNo) => !texts.has(contentNo));
      if (texts.size + unknown.length > kept) texts.clear();
      const missing = wanted.filter((contentNo) => !texts.has(contentNo));
      if (missing.length > 0) for (const row of await contentsOf(db, account, missing)) texts.set(row.contentNo, row);
      const isNamed = ({ campaignNo, topicNo }: Outbound): boolean =>
        names !== null &&
        (campaignNo === 0 || names.campaigns.has(campaignNo)) &&
        (topicNo === 0 || names.topics.has(topicNo));
      if (!messages.every(isNamed)) {
        names = await namesOf(
          db,
          account,
          messages.map(({ campaignNo }) => campaignNo),
        );
      }
    },
    write: (message, view, demand) => {
      const text = texts.get(message.contentNo);
      if (text === undefined) throw new Error(`content ${message.contentNo} is gone`);
      const { messageNo, addressNo, given, topicNo, campaignNo, variables } = message;
      return content.write(text.parts, demand ? text.whenMissing : 'EMPTY', {
        account,
        messageNo,
        addressNo,
        to: given,
        topic: names?.topics.get(topicNo) ?? null,
        campaign: names?.campaigns.get(campaignNo) ?? null,
        view: { ...view, ...variables },
        publicUrl,
        at: message.claimedAt,
      });
    },
  };
}

/** A message as its provider gets it. */
export const outgoing = (account: number, message: Outbound, content: unknown): OutgoingMessage => ({
  account,
  messageNo: message.messageNo,
  to: message.to,
  content,
  claimedAt: message.claimedAt,
});
