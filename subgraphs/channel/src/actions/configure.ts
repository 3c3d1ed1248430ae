import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import { type Secret, seal, unseal } from '@ucp/kit/secret';
import type { ChannelKind } from '../channel-kind.ts';
import type { TopicFact } from '../domain/facts.ts';
import { insertSource, type SealedSource, type SourceRow } from '../store/sources.ts';
import { setTopic } from '../store/topics.ts';

const keyShape = /^[a-z0-9][a-z0-9-]{0,59}$/;
const nameLimit = 200;

/** Settings of the channel that staff makes: topics and sources of events. */
export interface Configure {
  /** @throws CodedError BAD_USER_INPUT */
  readonly setTopic: (account: number, key: string, name: string) => Promise<TopicFact>;
  /** @throws CodedError BAD_USER_INPUT */
  readonly createSource: (
    account: number,
    source: { name: string; provider: string; secret: string },
  ) => Promise<SourceRow>;
  readonly openSecret: (source: SealedSource) => string;
}

export function createConfigure(db: Database, secret: Secret): Configure {
  const key = secret.keyFor('sources');
  return {
    setTopic: (account, topicKey, name) => {
      if (!keyShape.test(topicKey)) {
        throw badInput(
          ['key'],
          `"key" must be 1 to 60 lower-case letters, digits or dashes, got "${topicKey.slice(0, 100)}"`,
        );
      }
      if (name.trim() === '' || name.length > nameLimit) {
        throw badInput(['name'], `"name" must have 1 to ${nameLimit} characters, got ${name.length}`);
      }
      return db.transaction((tx) => setTopic(tx, account, { key: topicKey, name: name.trim() }, true));
    },
    createSource: async (account, { name, provider, secret: text }) => {
      if (!keyShape.test(name)) {
        throw badInput(
          ['input', 'name'],
          `"name" must be 1 to 60 lower-case letters, digits or dashes, got "${name.slice(0, 100)}"`,
        );
      }
      return insertSource(db, account, { name, provider, secret: seal(key, text) });
    },
    openSecret: (source) => unseal(key, source.secret),
  };
}

/** Path of a source's webhook: its name for people, then account and number, as the path is all a provider tells. */
export const webhookPath = (channel: ChannelKind, account: number, { provider, name, sourceNo }: SourceRow): string =>
  `/webhooks/${channel.name.toLowerCase()}/${provider.toLowerCase()}/${name}-${contactId(account, sourceNo)}`;
