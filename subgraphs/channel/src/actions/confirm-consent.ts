import type { Database } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import { createLinkTokens } from '@ucp/kit/link-token';
import type { Secret } from '@ucp/kit/secret';
import { z } from 'zod';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, currentConsents, isGranted, openQuestions } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import { lockInOrder } from '../store/address-book.ts';
import { consentWrite, ledgersOf } from '../store/ledger.ts';

/** What the message that asks must carry. */
export interface Confirmation {
  /** Path on the gateway; only a POST to it confirms. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** How a confirmation ended. OVER: the question was answered otherwise or ran out; UNKNOWN: the token is none of ours. */
export type Confirmed = 'CONFIRMED' | 'OVER' | 'UNKNOWN';

export interface Confirmations {
  /** @param grantUntil when the grant ends by itself once it is confirmed; null: never */
  readonly ask: (account: number, addressNo: number, question: ConsentEntry, grantUntil: Date | null) => Confirmation;
  /** Turns a question into a grant. The same token again changes nothing; a token whose question is over grants nothing. */
  readonly confirm: (token: string, userAgent: string | null) => Promise<Confirmed>;
}

const claimsShape = z.tuple([z.number().int(), z.number().int(), z.string(), z.number().nullable()]);

export function createConfirmations(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly secret: Secret;
  readonly announce: () => void;
}): Confirmations {
  const { db, channel, secret, announce } = options;
  const name = channel.name.toLowerCase();
  const tokens = createLinkTokens(secret, `confirm/${name}`);
  return {
    ask: (account, addressNo, { entryId, validUntil, occurredAt }, grantUntil) => {
      const expiresAt = validUntil ?? occurredAt;
      const token = tokens.sign([account, addressNo, entryId, grantUntil?.getTime() ?? null], expiresAt);
      return { path: `${confirmPath(channel)}${token}`, expiresAt };
    },
    confirm: async (token, userAgent) => {
      const claims = claimsShape.safeParse(tokens.open(token)?.claims).data;
      if (claims === undefined) return 'UNKNOWN';
      const [account, addressNo, entryId, grantUntil] = claims;
      const outcome = await db.transaction(async (tx): Promise<Confirmed> => {
        await lockInOrder(tx, account, [addressNo]);
        const { consents } = await ledgersOf(tx, account, [addressNo]);
        const question = consents.find((entry) => entry.entryId === entryId);
        if (question === undefined) return 'OVER';
        const holds = currentConsents(consents, tx.now).get(question.topicNo);
        const granted = uuidOf(`confirmed:${entryId}`);
        if (holds !== undefined && isGranted(holds, tx.now)) return 'CONFIRMED';
        if (!openQuestions(consents, tx.now).some((open) => open.entryId === entryId)) return 'OVER';
        const entry = {
          ...question,
          addressNo,
          entryId: granted,
          state: 'GRANTED' as const,
          occurredAt: tx.now,
          actor: 'contact',
          ip: null,
          userAgent,
          validUntil: grantUntil === null ? null : new Date(grantUntil),
        };
        await appendToJournal(tx, account, [consentWrite(account, tx.now, [entry])]);
        return 'CONFIRMED';
      });
      announce();
      return outcome;
    },
  };
}

/** Where a channel's questions are confirmed; the token is behind it. */
export const confirmPath = (channel: ChannelKind): string => `/confirm/${channel.name.toLowerCase()}/`;
