import type { Caller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError, isErrorCode } from '@ucp/kit/errors';
import { partsOfGraph } from '@ucp/kit/parts-of-graph';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';

/** A message that stayed on this machine. */
export interface OutboxMessage {
  /** In capitals. */
  readonly channel: string;
  readonly at: Date;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
}

/** Messages shown of each channel. */
const shown = 50;

const nodes = z.array(
  z.object({
    at: z.coerce.date(),
    to: z.string(),
    content: z.looseObject({
      subject: z.string().nullish(),
      text: z.string().nullish(),
      body: z.string().nullish(),
      html: z.string().nullish(),
    }),
  }),
);

/**
 * The newest messages of every channel's outbox, newest first. Which channels have one the supergraph says: `<part>Outbox`.
 * @throws CodedError FORBIDDEN without the scopes, SUBGRAPH_UNAVAILABLE
 */
export type ReadOutbox = (caller: Caller) => Promise<readonly OutboxMessage[]>;

export function createReadOutbox(
  parts: readonly Pick<Connection, 'name' | 'execute'>[],
  supergraph: GraphQLSchema,
): ReadOutbox {
  const queries = supergraph.getQueryType()?.getFields() ?? {};
  const { channels } = partsOfGraph(supergraph);
  const own = parts.filter(({ name }) => channels.includes(name) && `${name}Outbox` in queries);
  return async (caller) => {
    const lists = await Promise.all(
      own.map(async ({ name, execute }): Promise<OutboxMessage[]> => {
        const query = `{ outbox: ${name}Outbox(first: ${shown}) { nodes { at to content } } }`;
        const { data, errors } = await execute({ query }, caller);
        const [error] = errors ?? [];
        if (error !== undefined) {
          const { code } = error.extensions;
          throw new CodedError(isErrorCode(code) ? code : 'INTERNAL', error.message);
        }
        return nodes.parse(Object(data?.outbox).nodes).map(({ at, to, content }) => ({
          channel: name.toUpperCase(),
          at,
          to,
          subject: content.subject ?? null,
          text: content.text ?? content.body ?? '',
          html: content.html ?? null,
        }));
      }),
    );
    return lists.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
  };
}
