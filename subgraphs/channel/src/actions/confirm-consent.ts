import type { Database } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import { createLinkTokens } from '@ucp/kit/link-token';
import type { Secret } from '@ucp/kit/secret';
import { z } from 'zod';
import type { ChannelKind } from '../channel-kind.ts';
import {
  type ConsentEntry,
  currentConsents,
  decisiveConsent,
  isGranted,
  openQuestions,
  wholeChannel,
} from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import type { TopicFact } from '../domain/facts.ts';
import { maskedAddress } from '../domain/masked-address.ts';
import { lockInOrder } from '../store/address-book.ts';
import { addresseeOf } from '../store/addressee.ts';
import { consentWrite, ledgersOf } from '../store/ledger.ts';
import { topicsIn } from '../store/topics.ts';

/** What the message that asks must carry. */
export interface Confirmation {
  /** Path on the gateway; only a POST to it confirms. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** OVER: it was answered otherwise, or ran out. */
export type QuestionState = 'OPEN' | 'CONFIRMED' | 'OVER';

/** What a link asks, as it may be shown to whoever holds it. */
export interface ConsentQuestion {
  readonly account: number;
  readonly title: string;
  /** Masked. */
  readonly address: string;
  /** Null: the whole channel. */
  readonly topic: Pick<TopicFact, 'key' | 'name'> | null;
  readonly state: QuestionState;
}

export interface ConfirmationEvidence {
  readonly statedText: string;
  readonly statedTextVersion: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface Confirmations {
  readonly ask: (account: number, addressNo: number, question: ConsentEntry) => Confirmation;
  /** Null when the token is none of ours, or nothing is known of the address any more. Changes nothing. */
  readonly question: (token: string) => Promise<ConsentQuestion | null>;
  /**
   * Turns a question into a grant and tells what is so then. The same token again changes nothing; a token whose question is
   * over grants nothing.
   */
  readonly confirm: (token: string, evidence: ConfirmationEvidence) => Promise<ConsentQuestion | null>;
}

/** Longest text kept of what a browser says of itself, in characters. */
export const agentLimit = 500;

const claimsShape = z.tuple([z.number().int(), z.number().int(), z.string()]);

export function createConfirmations(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly secret: Secret;
  readonly announce: () => void;
}): Confirmations {
  const { db, channel, secret, announce } = options;
  const name = channel.name.toLowerCase();
  const tokens = createLinkTokens(secret, `confirm/${name}`);

  const open = (token: string) => {
    const claims = claimsShape.safeParse(tokens.open(token)?.claims).data;
    if (claims === undefined) return null;
    const [account, addressNo, entryId] = claims;
    return { account, addressNo, entryId };
  };

  const shown = (
    { account, entryId }: { readonly account: number; readonly entryId: string },
    value: string,
    consents: readonly ConsentEntry[],
    topics: readonly TopicFact[],
    now: Date,
  ): ConsentQuestion => {
    const topicNo = consents.find((entry) => entry.entryId === entryId)?.topicNo ?? wholeChannel;
    return {
      account,
      title: channel.title,
      address: maskedAddress(value),
      topic: topics.find((topic) => topic.topicNo === topicNo) ?? null,
      state: stateOfQuestion(entryId, consents, now),
    };
  };

  return {
    ask: (account, addressNo, { entryId, validUntil, occurredAt }) => {
      const expiresAt = validUntil ?? occurredAt;
      const token = tokens.sign([account, addressNo, entryId], expiresAt);
      return { path: `${confirmPath(channel)}${token}`, expiresAt };
    },
    question: async (token) => {
      const asked = open(token);
      if (asked === null) return null;
      const reader = { query: db.read };
      const found = await addresseeOf(reader, asked.account, asked.addressNo, db.clockOffset());
      if (found === null || found.erased) return null;
      const { consents } = await ledgersOf(reader, asked.account, [asked.addressNo]);
      return shown(asked, found.value, consents, await topicsIn(reader, asked.account), found.now);
    },
    confirm: async (token, evidence) => {
      const asked = open(token);
      if (asked === null) return null;
      const { account, addressNo, entryId } = asked;
      const outcome = await db.transaction(async (tx): Promise<ConsentQuestion | null> => {
        const found = await addresseeOf(tx, account, addressNo, db.clockOffset());
        if (found === null || found.erased) return null;
        const topics = await topicsIn(tx, account);
        await lockInOrder(tx, account, [addressNo]);
        const { consents } = await ledgersOf(tx, account, [addressNo]);
        const question = consents.find((entry) => entry.entryId === entryId);
        const before = shown(asked, found.value, consents, topics, tx.now);
        if (question === undefined || before.state !== 'OPEN') return before;
        const entry = {
          ...question,
          ...evidence,
          userAgent: evidence.userAgent?.slice(0, agentLimit) ?? null,
          addressNo,
          entryId: uuidOf(`confirmed:${entryId}`),
          state: 'GRANTED' as const,
          occurredAt: tx.now,
          actor: 'contact',
          validUntil: question.grantUntil,
          grantUntil: null,
        };
        await appendToJournal(tx, account, [consentWrite(account, tx.now, [entry])]);
        return shown(asked, found.value, [...consents, { ...entry, recordedAt: tx.now }], topics, tx.now);
      });
      announce();
      return outcome;
    },
  };
}

/** How far a question came. A grant of the same subject answers it, by whatever way it was given, while nothing ended it. */
function stateOfQuestion(entryId: string, consents: readonly ConsentEntry[], now: Date): QuestionState {
  const question = consents.find((entry) => entry.entryId === entryId);
  if (question === undefined) return 'OVER';
  const holds = currentConsents(consents, now).get(question.topicNo);
  const decisive = decisiveConsent(consents, question.topicNo, now);
  if (holds !== undefined && isGranted(holds, now) && decisive === holds) return 'CONFIRMED';
  return openQuestions(consents, now).some((open) => open.entryId === entryId) ? 'OPEN' : 'OVER';
}

/** Where a channel's questions are confirmed; the token is behind it. */
const confirmPath = (channel: ChannelKind): string => `/confirm/${channel.name.toLowerCase()}/`;
