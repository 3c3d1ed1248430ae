import type { Connection } from '@ucp/kit/connection';
import type { Logger } from '@ucp/kit/log';
import { createExecute, readSdl, schemaOf } from '@ucp/kit/subgraph';
import type { GraphQLSchema } from 'graphql';
import { createActivitySource } from './activity-source.ts';
import { partsOfGraph } from './parts-of-graph.ts';
import { resolvers } from './resolvers.ts';
import { createTimelineLoader } from './timeline-loader.ts';

/** The subgraph inside the gateway: what is one only over all parts. It asks them by their graphs, found in the supergraph. */
export function createProfile(options: {
  readonly parts: readonly Pick<Connection, 'name' | 'execute'>[];
  readonly supergraph: GraphQLSchema;
  readonly log: Logger;
}): Pick<Connection, 'name' | 'execute'> {
  const { parts, supergraph, log } = options;
  const { withActivity, channels } = partsOfGraph(supergraph);
  const sources = parts
    .filter(({ name }) => withActivity.includes(name))
    .map((part) => ({ source: createActivitySource(part), isChannel: channels.includes(part.name) }));
  const common = readSdl(new URL('../../../schema/common.graphql', import.meta.url));
  return {
    name: 'profile',
    execute: createExecute({
      schema: schemaOf(common, readSdl(new URL('schema.graphql', import.meta.url)), resolvers),
      contextOf: (base) => ({ ...base, loadTimeline: createTimelineLoader(sources, base.caller) }),
      followers: [],
      log,
    }),
  };
}
