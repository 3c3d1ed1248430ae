import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { keyMistake } from '@ucp/kit/key-shape';
import { type Secret, seal, unseal } from '@ucp/kit/secret';
import type { ChannelKind } from '../channel-kind.ts';
import type { SenderProvider } from '../outgoing.ts';
import {
  archiveSender,
  insertSender,
  type SealedSender,
  type SenderRow,
  senderByNo,
  sendersOf,
  updateSender,
} from '../store/senders.ts';
import { senderId, senderNoOf } from './message-ids.ts';
import { type Given, sendLimits } from './send-input.ts';

type Settings = Readonly<Record<string, unknown>>;

export interface SenderInput {
  readonly name: string;
  readonly provider: string;
  readonly settings: unknown;
  readonly perSecond?: Given<number>;
}

export interface SenderUpdateInput {
  readonly id: string;
  readonly settings?: unknown;
  readonly perSecond?: Given<number>;
}

/** Ways by which messages leave. All of them throw CodedError. */
export interface Senders {
  readonly list: (account: number, archived: boolean) => Promise<SenderRow[]>;
  readonly create: (account: number, input: SenderInput) => Promise<SenderRow>;
  readonly update: (account: number, input: SenderUpdateInput) => Promise<SenderRow>;
  readonly archive: (account: number, id: string) => Promise<SenderRow>;
  /** Number of the sender of an id; without one that of the only one in use. */
  readonly chosen: (account: number, id: string | null) => Promise<number>;
  /** The provider of a sender with its settings; null when this process does not know the provider. */
  readonly open: (sender: SealedSender) => { readonly provider: SenderProvider; readonly settings: unknown } | null;
}

export function createSenders(options: {
  readonly db: Database;
  readonly secret: Secret;
  readonly channel: ChannelKind;
  readonly providers: readonly SenderProvider[];
}): Senders {
  const { db, channel, providers } = options;
  const key = options.secret.keyFor('senders');
  const providerOf = (name: string): SenderProvider => {
    const found = providers.find((provider) => provider.name === name);
    if (found !== undefined) return found;
    const known = providers.map((provider) => provider.name).join(', ');
    throw badInput(['input', 'provider'], `${channel.name} is sent by ${known}, got "${name.slice(0, 50)}"`);
  };
  const sealed = (provider: SenderProvider, given: unknown): Buffer => {
    const field = ['input', 'settings'];
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw badInput(field, `"settings" is an object, got ${JSON.stringify(given)?.slice(0, 20)}`);
    }
    const settings: Settings = Object.fromEntries(Object.entries(given));
    return seal(key, JSON.stringify(provider.readSettings(settings, field)));
  };
  const senderOf = async (account: number, id: string, field: readonly string[]): Promise<SealedSender> => {
    const no = senderNoOf(channel, account, id);
    const sender = no === null ? null : await senderByNo(db, account, no);
    if (sender === null) throw notFound(field, `No sender has the id "${id.slice(0, 100)}"`);
    return sender;
  };
  return {
    list: (account, archived) => sendersOf(db, account, archived),
    create: async (account, { name, provider: providerName, settings, perSecond }) => {
      const mistake = keyMistake('"name"', name);
      if (mistake !== null) throw badInput(['input', 'name'], mistake);
      const provider = providerOf(providerName);
      const secret = sealed(provider, settings);
      const rate = perSecond === null || perSecond === undefined ? provider.perSecond : rateOf(perSecond);
      const no = await insertSender(db, account, { name, provider: providerName, secret, perSecond: rate });
      return senderOf(account, senderId(channel, account, no), ['input']);
    },
    update: async (account, { id, settings, perSecond }) => {
      const sender = await living(await senderOf(account, id, ['input', 'id']), ['input', 'id']);
      const secret = settings === null || settings === undefined ? null : sealed(providerOf(sender.provider), settings);
      const rate = perSecond === null || perSecond === undefined ? null : rateOf(perSecond);
      await updateSender(db, account, sender.senderNo, secret, rate);
      return senderOf(account, id, ['input', 'id']);
    },
    archive: async (account, id) => {
      const { senderNo } = await senderOf(account, id, ['id']);
      await archiveSender(db, account, senderNo);
      return senderOf(account, id, ['id']);
    },
    chosen: async (account, id) => {
      const field = ['input', 'sender'];
      if (id !== null) return living(await senderOf(account, id, field), field).senderNo;
      const [only, ...others] = await sendersOf(db, account, false);
      if (only === undefined) throw badInput(field, `${channel.name} has no sender yet: nothing can leave`);
      if (others.length > 0) throw badInput(field, `"sender" must be given, as ${others.length + 1} are in use`);
      return only.senderNo;
    },
    open: (sender) => {
      const provider = providers.find(({ name }) => name === sender.provider);
      return provider === undefined ? null : { provider, settings: JSON.parse(unseal(key, sender.secret)) };
    },
  };
}

function living<Sender extends SenderRow>(sender: Sender, field: readonly string[]): Sender {
  if (sender.archivedAt !== null) throw badInput(field, `The sender "${sender.name}" is archived`);
  return sender;
}

function rateOf(perSecond: number): number {
  if (perSecond >= 1 && perSecond <= sendLimits.perSecond) return perSecond;
  throw badInput(['input', 'perSecond'], `"perSecond" must be between 1 and ${sendLimits.perSecond}, got ${perSecond}`);
}
