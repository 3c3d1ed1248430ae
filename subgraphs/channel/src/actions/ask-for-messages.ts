import type { Database } from '@ucp/kit/database';
import { badInput, CodedError, isUserErrorCode, notFound } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { demandIdentity, type IdentityPeer } from '../sending/merge-fields.ts';
import { type MessageRow, messagesByKey } from '../store/messages.ts';
import { contactsKnown } from '../store/shown-contacts.ts';
import type { Senders } from './configure-senders.ts';
import { type MessageToQueue, type QueueMessages, sameAsked } from './queue-messages.ts';
import { createResolveSend, type ReadSend, readSend, type SendInput } from './resolve-send.ts';
import { sendLimits } from './send-input.ts';
import type { Templates } from './set-template.ts';

/** Asks for messages, each to one contact and each by itself: what is wrong with one keeps no other back. */
export interface AskForMessages {
  /** @throws CodedError BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_MISMATCH */
  readonly one: (account: number, input: SendInput, actor: string) => Promise<MessageRow>;
  /**
   * In the order asked: the message, or why there is none.
   * @param isPart whether a part of the system asks, to whom keys of workflows are open @throws CodedError BAD_USER_INPUT when there are too many
   */
  readonly each: (
    account: number,
    inputs: readonly SendInput[],
    actor: string,
    isPart?: boolean,
  ) => Promise<readonly (MessageRow | CodedError)[]>;
  /** In the order asked: what keeps messages like it from being sent to anybody; null: nothing. The contact is not looked at. */
  readonly problems: (account: number, inputs: readonly SendInput[]) => Promise<(string | null)[]>;
}

export function createAskForMessages(options: {
  readonly db: Database;
  readonly senders: Senders;
  readonly templates: Templates;
  readonly queue: QueueMessages;
  readonly identity: () => IdentityPeer | null;
}): AskForMessages {
  const { db, templates, queue, identity } = options;

  const each: AskForMessages['each'] = async (account, inputs, actor, isPart = false) => {
    if (inputs.length > sendLimits.each)
      throw badInput(['inputs'], `"inputs" takes at most ${sendLimits.each}, got ${inputs.length}`);
    const read = inputs.map((input) => attempt(() => readSend(templates, input, isPart)));
    const sends = read.flatMap((send) => (send instanceof CodedError ? [] : [send]));
    const keysOf = (list: readonly ReadSend[]) => list.map(({ idempotencyKey }) => idempotencyKey);
    const known = await messagesByKey({ query: db.read }, account, keysOf(sends));
    const refused = new Map<ReadSend, CodedError>();
    const unknown = firstOfKeys(sends.filter(({ idempotencyKey }) => !known.has(idempotencyKey)));
    if (unknown.length > 0) {
      const contacts = await contactsOf(account, unknown);
      const resolve = createResolveSend(options, account, actor);
      const messages = await Promise.all(
        unknown.map(async (send): Promise<MessageToQueue | null> => {
          try {
            return toQueue(send, contacts(send), await resolve(send));
          } catch (error) {
            refused.set(send, asRefusal(error));
            return null;
          }
        }),
      );
      const found = messages.filter((message) => message !== null);
      if (found.length > 0) {
        for (const [key, message] of await queue(account, found, actor)) known.set(key, message);
        const overtaken = found.flatMap(({ idempotencyKey: key }) => (key === null || known.has(key) ? [] : [key]));
        for (const [key, message] of await messagesByKey({ query: db.read }, account, overtaken))
          known.set(key, message);
      }
    }
    return read.map((send) => {
      if (send instanceof CodedError) return send;
      const message = known.get(send.idempotencyKey);
      // What is asked twice in one call is refused for the reason of the first.
      const refusal = refused.get(send) ?? refused.get(unknown.find(isAs(send)) ?? send);
      if (message !== undefined) return attempt(() => sameAsked(message, send.digest));
      if (refusal === undefined) throw new Error('a message was neither queued nor found');
      return refusal;
    });
  };

  /** Numbers of contacts. One that was made a moment ago is known once identity's journal is folded. */
  async function contactsOf(account: number, sends: readonly ReadSend[]): Promise<(send: ReadSend) => number> {
    const numbers = sends.flatMap(({ contactId }) => contactNoOf(account, contactId) ?? []);
    let known = await contactsKnown(db, account, numbers);
    if (numbers.some((no) => !known.has(no))) {
      await demandIdentity(identity()).follower.refresh(account);
      known = await contactsKnown(db, account, numbers);
    }
    return ({ contactId }) => {
      const contactNo = contactNoOf(account, contactId);
      if (contactNo !== null && known.has(contactNo)) return contactNo;
      throw notFound(['input', 'contactId'], `No contact has the id "${contactId.slice(0, 100)}"`);
    };
  }

  return {
    each,
    one: async (account, input, actor) => {
      const [answer] = await each(account, [input], actor);
      if (answer === undefined) throw new Error('a message was asked for and not answered');
      if (answer instanceof CodedError) throw answer;
      return answer;
    },
    problems: (account, inputs) => {
      const resolve = createResolveSend(options, account, null);
      return Promise.all(
        inputs.map(async (input) => {
          try {
            await resolve(readSend(templates, input, true));
            return null;
          } catch (error) {
            return asRefusal(error).message;
          }
        }),
      );
    },
  };
}

const isAs =
  ({ idempotencyKey }: ReadSend) =>
  (other: ReadSend): boolean =>
    other.idempotencyKey === idempotencyKey;

/** Of several of one key the first: the others are the same message, or a mismatch. */
const firstOfKeys = (sends: readonly ReadSend[]): ReadSend[] => {
  const firsts = new Map<string, ReadSend>();
  for (const send of sends) if (!firsts.has(send.idempotencyKey)) firsts.set(send.idempotencyKey, send);
  return [...firsts.values()];
};

function toQueue(
  { variables, idempotencyKey, digest, notBefore }: ReadSend,
  contactNo: number,
  { senderNo, topicNo, contentNo, template }: Awaited<ReturnType<ReturnType<typeof createResolveSend>>>,
): MessageToQueue {
  if (contentNo === null) throw new Error('the text of a message was not kept');
  const text = { contentNo, template };
  return { contactNo, senderNo, campaignNo: 0, topicNo, variables, idempotencyKey, digest, notBefore, ...text };
}

/** An expected failure. @throws what is none */
function asRefusal(error: unknown): CodedError {
  if (error instanceof CodedError && isUserErrorCode(error.code)) return error;
  throw error;
}

function attempt<Result>(work: () => Result): Result | CodedError {
  try {
    return work();
  } catch (error) {
    return asRefusal(error);
  }
}
