import type { Database } from '@ucp/kit/database';
import type { ContentKind, MergeView, OutgoingMessage, Written } from '../outgoing.ts';
import { type ContentRow, contentsOf } from '../store/contents.ts';
import type { Outbound } from '../store/message-outcomes.ts';
import { namesOf } from '../store/send-names.ts';

/** Texts that are kept at hand; a lane has a few. */
const kept = 100;

interface Text extends ContentRow {
  readonly fields: readonly string[];
}

/** Writes messages of one account, each text read once. */
export interface Writer {
  /** Names of the fields that texts merge, each once. Reads the texts that are not at hand. */
  readonly fieldsOf: (contentNos: readonly number[]) => Promise<readonly string[]>;
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
  const texts = new Map<number, Text>();
  let prepared: ReadonlyMap<number, Text> = texts;
  let names: Awaited<ReturnType<typeof namesOf>> | null = null;

  /** Those that were asked, whatever of them is at hand by then: the next messages are looked for while these are written. */
  const read = async (contentNos: readonly number[]): Promise<ReadonlyMap<number, Text>> => {
    const wanted = [...new Set(contentNos)];
    const missing = wanted.filter((contentNo) => !texts.has(contentNo));
    const found = new Map(
      wanted.flatMap((contentNo) => texts.get(contentNo) ?? []).map((text) => [text.contentNo, text]),
    );
    for (const row of missing.length === 0 ? [] : await contentsOf(db, account, missing)) {
      found.set(row.contentNo, { ...row, fields: fieldsIn(content, row.parts) });
    }
    if (texts.size + missing.length > kept) texts.clear();
    for (const [contentNo, text] of found) texts.set(contentNo, text);
    return found;
  };
  return {
    fieldsOf: async (contentNos) => {
      const found = await read(contentNos);
      return [...new Set([...found.values()].flatMap(({ fields }) => fields))];
    },
    prepare: async (messages) => {
      const found = await read(messages.map(({ contentNo }) => contentNo));
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
      prepared = found;
    },
    write: (message, view, demand) => {
      const text = prepared.get(message.contentNo);
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

/** None of a text that cannot be read any more: each of its messages is told so when it is written. */
function fieldsIn(content: ContentKind, parts: ContentRow['parts']): readonly string[] {
  try {
    return content.fieldsOf(parts);
  } catch {
    return [];
  }
}

/** A message as its provider gets it. */
export const outgoing = (account: number, message: Outbound, content: unknown): OutgoingMessage => ({
  account,
  messageNo: message.messageNo,
  to: message.to,
  content,
  claimedAt: message.claimedAt,
});
