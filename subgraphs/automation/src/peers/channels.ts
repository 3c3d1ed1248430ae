import { groupBy } from '@ucp/kit/align';
import { contactId } from '@ucp/kit/ids';
import { argumentOfMutation, type Graph, partsOfGraph } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import type { MessageToSend } from '../domain/definition.ts';
import { askPart, inPortions, type MetParts, togetherOrEach } from './ask-part.ts';
import type { Channels, Send, SendAnswer } from './peers.ts';

/** Most that a channel takes in one call. */
const atOnce = 1_000;

const moment = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)));
const payload = z.object({
  send: z
    .object({
      id: z.string(),
      state: z.string(),
      skippedBecause: z.string().nullable(),
      dueAt: moment,
      claimedAt: moment,
    })
    .nullable(),
  userErrors: z.array(z.object({ message: z.string() })),
});
const fields = 'send { id state skippedBecause dueAt claimedAt } userErrors { message }';

/**
 * Channels, found in the supergraph: `<part>SendEach` and `<part>SendProblems` are the channel contract's, and no channel is named
 * in code.
 */
export function createChannels(parts: MetParts, supergraph: Graph): Channels {
  const { channels } = partsOfGraph(supergraph);
  /** The type of the inputs, by the part of each channel that sends. */
  const inputsOf = new Map(
    channels.flatMap((part) => {
      const type = argumentOfMutation(supergraph, `${part}SendEach`, 'inputs');
      return type === null ? [] : [[part, type] as const];
    }),
  );
  const partOf = (channel: string): string | null => {
    const part = channel.toLowerCase();
    return inputsOf.has(part) ? part : null;
  };

  const askEach = async (account: number, part: string, sends: readonly Send[]): Promise<readonly SendAnswer[]> => {
    const answer = await askPart(parts, part, account, {
      query: `mutation ($inputs: ${inputsOf.get(part)}) { answer: ${part}SendEach(inputs: $inputs) { ${fields} } }`,
      variables: { inputs: sends.map((send) => inputOf(account, send)) },
      scopes: ['messages:send'],
    });
    return z.array(payload).parse(answer).map(answerOf);
  };
  const askProblems = async (
    account: number,
    part: string,
    messages: readonly MessageToSend[],
  ): Promise<readonly (string | null)[]> => {
    const answer = await askPart(parts, part, account, {
      query: `query ($inputs: ${inputsOf.get(part)}) { answer: ${part}SendProblems(inputs: $inputs) }`,
      variables: {
        inputs: messages.map((message, i) => inputOf(account, { contactNo: 1, idempotencyKey: `${i}`, message })),
      },
    });
    return z.array(z.string().nullable()).parse(answer);
  };

  return {
    names: channels.map((part) => part.toUpperCase()),
    sending: [...inputsOf.keys()].map((part) => part.toUpperCase()),
    sendEach: async (account, channel, sends) => {
      const part = partOf(channel);
      if (part === null) return sends.map(() => ({ is: 'REFUSED', because: sendsNothing(channel) }));
      return inPortions(sends, atOnce, (portion) =>
        togetherOrEach(
          portion,
          (asked) => askEach(account, part, asked),
          (because): SendAnswer => ({ is: 'REFUSED', because }),
        ),
      );
    },
    problems: async (account, messages) => {
      const found = new Map<MessageToSend, string | null>();
      for (const [channel, own] of groupBy(messages, (message) => message.channel)) {
        const part = partOf(channel);
        const problems =
          part === null
            ? own.map(() => sendsNothing(channel))
            : await inPortions(own, atOnce, (portion) =>
                togetherOrEach(
                  portion,
                  (asked) => askProblems(account, part, asked),
                  (because): string | null => because,
                ),
              );
        for (const [i, message] of own.entries()) found.set(message, problems[i] ?? null);
      }
      return messages.map((message) => found.get(message) ?? null);
    },
  };
}

const sendsNothing = (channel: string): string => `No channel "${channel.slice(0, 50)}" sends messages`;

function inputOf(account: number, { contactNo, idempotencyKey, message }: Send): object {
  const { template, content, topic, sender, variables } = message;
  return { contactId: contactId(account, contactNo), idempotencyKey, template, content, topic, sender, variables };
}

/** States of a message at its channel that are over; in all others it waits. */
const over: Readonly<Record<string, 'SKIPPED' | 'SENT' | 'FAILED'>> = {
  SKIPPED: 'SKIPPED',
  SENT: 'SENT',
  FAILED: 'FAILED',
  CANCELED: 'FAILED',
};

function answerOf({ send, userErrors }: z.output<typeof payload>): SendAnswer {
  if (send === null) return { is: 'REFUSED', because: userErrors[0]?.message ?? 'The channel did not take it' };
  const { id, state, skippedBecause, dueAt, claimedAt } = send;
  const sentAt = state === 'SENT' ? claimedAt : null;
  return { is: 'ASKED', sendId: id, status: over[state] ?? 'QUEUED', skippedBecause, dueAt, sentAt };
}
