import { fileURLToPath } from 'node:url';
import type { Door } from '@ucp/kit/door';
import { type CreateSubgraph, createAnswers, readSdl, type SubgraphOptions, schemaOf } from '@ucp/kit/subgraph';
import { type Channel, createChannel } from './channel.ts';
import type { ChannelKind } from './channel-kind.ts';
import { createChannelLoaders } from './loaders.ts';
import type { ChannelSending } from './outgoing.ts';
import { createRecordOwn, type RecordOwn } from './own-events.ts';
import { type Provider, webhookDoor } from './webhook.ts';

/** How a channel sends, under the secret and the address of an installation. */
export type MakeSending = (
  options: Pick<SubgraphOptions, 'secret' | 'publicUrl' | 'allowPrivateSenders'>,
) => ChannelSending;
/** Doors beside those of webhooks. */
export type MakeDoors = (
  channel: Channel,
  options: Pick<SubgraphOptions, 'secret'> & { readonly record: RecordOwn },
) => readonly Door[];

/**
 * A subgraph out of what is special about a channel: its kind, its SDL, migrations and resolvers, its providers, and how it sends
 * messages of its own where it does.
 * @param base folder of the subgraph, which holds `schema.graphql` and `migrations`
 */
export function channelSubgraph(
  kind: ChannelKind,
  base: URL,
  resolvers: object,
  providers: readonly Provider[],
  sends: MakeSending | null = null,
  doorsOf: MakeDoors = () => [],
): CreateSubgraph {
  return async (options) => {
    const channel = await createChannel(
      kind,
      options,
      fileURLToPath(new URL('migrations', base)),
      providers,
      sends?.(options) ?? null,
    );
    const { secret, log, clock } = options;
    const record = createRecordOwn({ channel, log, clock });
    const common = readSdl(new URL('../../../schema/common.graphql', import.meta.url));
    const answers = createAnswers({
      name: kind.name.toLowerCase(),
      schema: schemaOf(common, readSdl(new URL('schema.graphql', base)), resolvers),
      contextOf: (request) => ({ ...request, channel, load: createChannelLoaders(channel, request) }),
      doors: [...providers.map((provider) => webhookDoor(channel, provider)), ...doorsOf(channel, { secret, record })],
      journal: channel.journal,
      followers: channel.followers,
      health: channel.health,
      log,
    });
    return { ...answers, meet: channel.meet, start: channel.start, rest: channel.rest, stop: channel.stop };
  };
}
