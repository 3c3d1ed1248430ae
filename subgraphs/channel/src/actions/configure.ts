import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { contactId, recordId, recordNoOf } from '@ucp/kit/ids';
import { keyMistake } from '@ucp/kit/key-shape';
import { type Secret, seal, unseal } from '@ucp/kit/secret';
import type { ChannelKind } from '../channel-kind.ts';
import type { TopicFact } from '../domain/facts.ts';
import {
  addSourceSecret,
  archiveSource,
  insertSource,
  retireSourceSecret,
  type SealedSource,
  type SourceRow,
  sourceByNo,
} from '../store/sources.ts';
import { setTopic } from '../store/topics.ts';
import type { Provider, SecretInput } from '../webhook.ts';

const nameLimit = 200;

/** Settings of the channel that staff makes: topics and sources of events. All of them throw CodedError. */
export interface Configure {
  readonly setTopic: (account: number, key: string, name: string) => Promise<TopicFact>;
  readonly createSource: (
    account: number,
    source: { name: string; provider: string; secret: SecretInput },
  ) => Promise<SourceRow>;
  /** Makes a second secret valid beside the first. The one that is the newest already changes nothing. */
  readonly rotateSource: (account: number, id: string, secret: SecretInput) => Promise<SourceRow>;
  /** Ends the older of two secrets. Where there is one it changes nothing. */
  readonly retireSecret: (account: number, id: string) => Promise<SourceRow>;
  /** Ends a source for good: its path is none any more. What came in by it stays. */
  readonly archiveSource: (account: number, id: string) => Promise<SourceRow>;
  /** The secrets that are valid, older first. */
  readonly openSecrets: (source: SealedSource) => readonly unknown[];
}

export function createConfigure(options: {
  readonly db: Database;
  readonly secret: Secret;
  readonly channel: ChannelKind;
  readonly providers: readonly Provider[];
}): Configure {
  const { db, channel, providers } = options;
  const key = options.secret.keyFor('sources');
  const sealed = (provider: string, given: SecretInput, field: readonly string[]): string => {
    const found = providers.find(({ name }) => name.toUpperCase() === provider);
    if (found === undefined) throw badInput(['input', 'provider'], `${channel.name} has no provider "${provider}"`);
    return JSON.stringify(found.readSecret(given, field));
  };
  const open = (box: Buffer): string => unseal(key, box);
  const sourceOf = async (account: number, id: string): Promise<SealedSource> => {
    const no = recordNoOf(sourcePrefix(channel), account, id);
    const source = no === null ? null : await sourceByNo(db, account, no);
    if (source === null) throw notFound(['id'], `No source has the id "${id.slice(0, 100)}"`);
    return source;
  };
  const living = async (account: number, id: string): Promise<SealedSource> => {
    const source = await sourceOf(account, id);
    if (source.archivedAt !== null) throw badInput(['id'], `The source "${source.name}" is archived`);
    return source;
  };
  return {
    setTopic: (account, topicKey, name) => {
      const mistake = keyMistake('"key"', topicKey);
      if (mistake !== null) throw badInput(['key'], mistake);
      if (name.trim() === '' || name.length > nameLimit) {
        throw badInput(['name'], `"name" must have 1 to ${nameLimit} characters, got ${name.length}`);
      }
      return db.transaction((tx) => setTopic(tx, account, { key: topicKey, name: name.trim() }, true));
    },
    createSource: async (account, { name, provider, secret }) => {
      const mistake = keyMistake('"name"', name);
      if (mistake !== null) throw badInput(['input', 'name'], mistake);
      const box = seal(key, sealed(provider, secret, ['input', 'secret']));
      const no = await insertSource(db, account, { name, provider, secret: box });
      return sourceOf(account, sourceId(channel, account, no));
    },
    rotateSource: async (account, id, secret) => {
      const source = await living(account, id);
      const text = sealed(source.provider, secret, ['secret']);
      if (text === open(source.nextSecret ?? source.secret)) return source;
      if (source.nextSecret === null) await addSourceSecret(db, account, source.sourceNo, seal(key, text));
      const rotated = await living(account, id);
      // Two there were already, or another was made at the same time.
      if (rotated.nextSecret === null || open(rotated.nextSecret) !== text) {
        throw badInput(['id'], `The source "${source.name}" has two secrets already: retire the older one first`);
      }
      return rotated;
    },
    retireSecret: async (account, id) => {
      const source = await living(account, id);
      await retireSourceSecret(db, account, source.sourceNo);
      return sourceOf(account, id);
    },
    archiveSource: async (account, id) => {
      const source = await sourceOf(account, id);
      await archiveSource(db, account, source.sourceNo);
      return sourceOf(account, id);
    },
    openSecrets: ({ secret, nextSecret }) =>
      [secret, ...(nextSecret === null ? [] : [nextSecret])].map((box) => JSON.parse(open(box))),
  };
}

const sourcePrefix = (channel: ChannelKind): string => `src_${channel.name.toLowerCase()}`;

/** Public id of a source. */
export const sourceId = (channel: ChannelKind, account: number, sourceNo: number): string =>
  recordId(sourcePrefix(channel), account, sourceNo);

/** Path of a source's webhook: its name for people, then account and number, as the path is all a provider tells. */
export const webhookPath = (channel: ChannelKind, account: number, { provider, name, sourceNo }: SourceRow): string =>
  `/webhooks/${channel.name.toLowerCase()}/${provider.toLowerCase()}/${name}-${contactId(account, sourceNo)}`;
