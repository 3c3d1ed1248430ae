import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { digestOf } from '../domain/idempotency.ts';
import { topicNoOf, topicsOf } from '../store/topics.ts';
import type { Senders } from './configure-senders.ts';
import type { MessageToQueue } from './queue-messages.ts';
import { asVariables, type Given, keysOfWorkflows, sendLimits } from './send-input.ts';
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

/** An input whose shape is right; what it names is not looked up yet. */
export interface ReadSend {
  readonly contactId: string;
  readonly text: { readonly key: string } | { readonly parts: Readonly<Record<string, unknown>> };
  readonly topic: string | null;
  readonly sender: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly notBefore: Date | null;
  readonly idempotencyKey: string;
  /** Of what is asked. */
  readonly digest: Buffer;
}

/** @param isPart whether a part of the system asks @throws CodedError BAD_USER_INPUT */
export function readSend(templates: Pick<Templates, 'read'>, input: SendInput, isPart: boolean): ReadSend {
  const { contactId, template, content, topic, sender, notBefore, idempotencyKey } = input;
  if (idempotencyKey.trim() === '' || idempotencyKey.length > sendLimits.text) {
    throw badInput(
      ['input', 'idempotencyKey'],
      `"idempotencyKey" must have 1 to ${sendLimits.text} characters, got ${idempotencyKey.length}`,
    );
  }
  if (!isPart && idempotencyKey.startsWith(keysOfWorkflows)) {
    throw badInput(
      ['input', 'idempotencyKey'],
      `"idempotencyKey" must not begin with "${keysOfWorkflows}": such keys are those of workflows, got "${idempotencyKey}"`,
    );
  }
  const given = oneOf(template, content);
  const text = 'parts' in given ? { parts: templates.read(given.parts, ['input', 'content']) } : given;
  const variables = asVariables(input.variables, ['input', 'variables']);
  const parts = 'parts' in text ? text.parts : null;
  return {
    contactId,
    text,
    topic: topic ?? null,
    sender: sender ?? null,
    variables,
    notBefore: notBefore ?? null,
    idempotencyKey,
    digest: digestOf({ contactId, template, parts, topic, sender, variables, notBefore }),
  };
}

function oneOf(template: Given<string>, content: Given<Readonly<Record<string, unknown>>>): ReadSend['text'] {
  const [key, parts] = [template ?? null, content ?? null];
  if (key !== null && parts === null) return { key };
  if (key === null && parts !== null) return { parts };
  throw badInput(['input'], 'Exactly one of "template" and "content" must be given');
}

/** What an input names, found. */
export interface ResolvedSend {
  readonly senderNo: number;
  readonly topicNo: number;
  /** Null: its text is to be kept, and was only read. */
  readonly contentNo: number | null;
  readonly template: MessageToQueue['template'];
}

/** Finds what the inputs of one call name: what several of them name is looked up once. */
export type ResolveSend = (send: ReadSend) => Promise<ResolvedSend>;

/**
 * @param keptBy who asks, in whose name texts are kept; null: nothing is kept
 * @returns throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export function createResolveSend(
  { db, senders, templates }: { readonly db: Database; readonly senders: Senders; readonly templates: Templates },
  account: number,
  keptBy: string | null,
): ResolveSend {
  const topics = once(() => topicsOf(db, account));
  const chosen = once((sender: string | null) => senders.chosen(account, sender));
  const byKey = once((key: string) => templates.byKey(account, key, null));
  const kept = once(async (parts: Readonly<Record<string, unknown>>) =>
    keptBy === null ? null : templates.keep(account, parts, keptBy),
  );
  const resolved = once(async ({ text, topic, sender }: Pick<ReadSend, 'text' | 'topic' | 'sender'>) => {
    const topicNo = topicNoOf(await topics(null), topic, ['input', 'topic']);
    const senderNo = await chosen(sender);
    if ('parts' in text) {
      const content = await kept(text.parts);
      return { senderNo, topicNo, contentNo: content?.contentNo ?? null, template: null };
    }
    const template = await byKey(text.key);
    if (template === null) throw notFound(['input', 'template'], `No template has the key "${text.key.slice(0, 100)}"`);
    const { contentNo, key, version } = template;
    return { senderNo, topicNo, contentNo, template: { key: key ?? text.key, version } };
  });
  return ({ text, topic, sender }) => resolved({ text, topic, sender });
}

/** The same answer for the same argument. */
function once<Argument, Result>(find: (argument: Argument) => Promise<Result>): typeof find {
  const found = new Map<string, Promise<Result>>();
  return (argument) => {
    const key = JSON.stringify(argument);
    const known = found.get(key) ?? find(argument);
    found.set(key, known);
    return known;
  };
}
