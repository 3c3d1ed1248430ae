import { fileURLToPath } from 'node:url';
import { type CreateSubgraph, createAnswers, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { createChannel } from './channel.ts';
import type { ChannelKind } from './channel-kind.ts';
import { createChannelLoaders } from './loaders.ts';
import type { ChannelSending } from './outgoing.ts';
import { type Provider, webhookDoor } from './webhook.ts';

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
  sends: ChannelSending | null = null,
): CreateSubgraph {
  return async (options) => {
    const channel = await createChannel(kind, options, fileURLToPath(new URL('migrations', base)), providers, sends);
    const common = readSdl(new URL('../../../schema/common.graphql', import.meta.url));
    const answers = createAnswers({
      name: kind.name.toLowerCase(),
      schema: schemaOf(common, readSdl(new URL('schema.graphql', base)), resolvers),
      contextOf: (request) => ({ ...request, channel, load: createChannelLoaders(channel, request.caller.account) }),
      doors: providers.map((provider) => webhookDoor(channel, provider)),
      journal: channel.journal,
      followers: channel.followers,
      health: channel.health,
      log: options.log,
    });
    return { ...answers, meet: channel.meet, start: channel.start, stop: channel.stop };
  };
}
