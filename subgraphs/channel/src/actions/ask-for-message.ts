import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { digestOf } from '../domain/idempotency.ts';
import { demandIdentity, type IdentityPeer } from '../sending/merge-fields.ts';
import { type MessageRow, messageByKey } from '../store/messages.ts';
import { contactIsKnown } from '../store/shown-contacts.ts';
import { topicNoOf, topicsOf } from '../store/topics.ts';
import type { Senders } from './configure-senders.ts';
import { type QueueMessage, sameAsked } from './queue-messages.ts';
import { asVariables, type Given, sendLimits } from './send-input.ts';
import type { Templates } from './set-template.ts';

/** The input of `<channel>Send`. */
export interface SendInput {
  readonly contactId: string;
  readonly template?: Given<string>;
  readonly content?: Given<Readonly<Record<string, unknown>>>;
  readonly topic?: Given<string>;
  readonly sender?: Given<string>;
  readonly variables?: unknown;
  readonly notBefore?: Given<Date>;
  readonly idempotencyKey: string;
}

/** Asks for a message to one contact. @throws CodedError BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_MISMATCH */
export type AskForMessage = (account: number, input: SendInput, actor: string) => Promise<MessageRow>;

export function createAskForMessage(options: {
  readonly db: Database;
  readonly senders: Senders;
  readonly templates: Templates;
  readonly queue: QueueMessage;
  readonly identity: () => IdentityPeer | null;
}): AskForMessage {
  const { db, senders, templates, queue, identity } = options;
  return async (account, input, actor) => {
    const { contactId, template, content, topic, sender, notBefore, idempotencyKey } = input;
    if (idempotencyKey.trim() === '' || idempotencyKey.length > sendLimits.text) {
      throw badInput(
        ['input', 'idempotencyKey'],
        `"idempotencyKey" must have 1 to ${sendLimits.text} characters, got ${idempotencyKey.length}`,
      );
    }
    const given = oneOf(template, content);
    const parts = 'parts' in given ? templates.read(given.parts, ['input', 'content']) : null;
    const variables = asVariables(input.variables, ['input', 'variables']);
    const digest = digestOf({ contactId, template, parts, topic, sender, variables, notBefore });
    const known = await messageByKey({ query: db.read }, account, idempotencyKey);
    if (known !== null) return sameAsked(known, digest);
    const contactNo = await contactOf(account, contactId);
    const topicNo = topicNoOf(await topicsOf(db, account), topic, ['input', 'topic']);
    const senderNo = await senders.chosen(account, sender ?? null);
    const text =
      parts === null
        ? await templates.byKey(account, template ?? '', null)
        : await templates.keep(account, parts, actor);
    if (text === null) throw notFound(['input', 'template'], `No template has the key "${template?.slice(0, 100)}"`);
    const message = { contactNo, senderNo, campaignNo: 0, contentNo: text.contentNo, topicNo, variables };
    return queue(
      account,
      { ...message, idempotencyKey, digest, notBefore: notBefore ?? null },
      { actor, template: text.key },
    );
  };

  /** One that was made a moment ago is known once identity's journal is folded. */
  async function contactOf(account: number, id: string): Promise<number> {
    const contactNo = contactNoOf(account, id);
    const unknown = notFound(['input', 'contactId'], `No contact has the id "${id.slice(0, 100)}"`);
    if (contactNo === null) throw unknown;
    if (await contactIsKnown(db, account, contactNo)) return contactNo;
    await demandIdentity(identity()).follower.refresh(account);
    if (await contactIsKnown(db, account, contactNo)) return contactNo;
    throw unknown;
  }
}

function oneOf(
  template: Given<string>,
  content: Given<Readonly<Record<string, unknown>>>,
): { readonly key: string } | { readonly parts: Readonly<Record<string, unknown>> } {
  const [key, parts] = [template ?? null, content ?? null];
  if (key !== null && parts === null) return { key };
  if (key === null && parts !== null) return { parts };
  throw badInput(['input'], 'Exactly one of "template" and "content" must be given');
}
