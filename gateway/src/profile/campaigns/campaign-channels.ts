import type { Caller } from '@ucp/kit/caller';
import { serviceScope } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError, isErrorCode, isUserErrorCode, type UserError, type UserErrorCode } from '@ucp/kit/errors';
import { partsOfGraph } from '@ucp/kit/parts-of-graph';
import type { SendRule } from '@ucp/schema/generated/profile.ts';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { CampaignMessage } from '../store/campaigns.ts';

/** How far a campaign is on its channel. */
const run = z.object({
  key: z.string(),
  state: z.enum(['RUNNING', 'PAUSED', 'CANCELED', 'DONE']),
  size: z.number(),
  unqueued: z.number(),
  states: z.array(z.object({ state: z.string(), count: z.number() })),
  // Rules are an enum of the graph, which a channel may add to.
  skipped: z.array(z.object({ rule: z.custom<SendRule>((rule) => typeof rule === 'string'), count: z.number() })),
});
const runFields = 'key state size unqueued states { state count } skipped { rule count }';
const payload = z.object({
  progress: run.nullable(),
  userErrors: z.array(
    z.object({
      code: z.custom<UserErrorCode>(isUserErrorCode),
      field: z.array(z.string()).nullable(),
      message: z.string(),
    }),
  ),
});

export type CampaignRun = z.output<typeof run>;
export type CampaignChange = 'Pause' | 'Resume' | 'Cancel';

/** What a channel is told of a campaign that begins. */
export interface CampaignBegin extends CampaignMessage {
  /** The same twice is one. */
  readonly key: string;
  readonly name: string;
  /** Whom it is for, as `encodeBits` writes it. */
  readonly contacts: string;
}

/**
 * The channels that send to audiences, found in the supergraph: `<part>CampaignBegin`, `…Pause`, `…Resume`, `…Cancel` and
 * `…Progress` are the channel contract's, and no channel is named in code.
 */
export interface CampaignChannels {
  /** Their names, in capitals. */
  readonly names: readonly string[];
  /** @throws CodedError SUBGRAPH_UNAVAILABLE */
  readonly begin: (part: string, caller: Caller, input: CampaignBegin) => Promise<CampaignRun | readonly UserError[]>;
  /** @throws CodedError SUBGRAPH_UNAVAILABLE */
  readonly change: (
    part: string,
    caller: Caller,
    change: CampaignChange,
    key: string,
  ) => Promise<CampaignRun | readonly UserError[]>;
  /** Of those keys that the channel knows. Null when it cannot answer. */
  readonly runsOf: (part: string, caller: Caller, keys: readonly string[]) => Promise<readonly CampaignRun[] | null>;
}

export function createCampaignChannels(
  parts: readonly Pick<Connection, 'name' | 'execute'>[],
  supergraph: GraphQLSchema,
): CampaignChannels {
  const mutations = supergraph.getMutationType()?.getFields() ?? {};
  const sending = partsOfGraph(supergraph).channels.filter((name) => `${name}CampaignBegin` in mutations);

  const ask = async (name: string, query: string, variables: object, caller: Caller): Promise<unknown> => {
    const part = parts.find((each) => each.name === name);
    if (part === undefined) throw new CodedError('SUBGRAPH_UNAVAILABLE', `${name} cannot answer at the moment.`);
    const asking = { ...caller, scopes: [...caller.scopes, serviceScope] };
    const { data, errors } = await part.execute({ query, variables: { ...variables } }, asking);
    const [error] = errors ?? [];
    if (error !== undefined) {
      const { code } = error.extensions;
      throw isErrorCode(code) ? new CodedError(code, error.message, null, name) : new Error(error.message);
    }
    return Object(data).answer;
  };
  const outcomeOf = (answer: unknown): CampaignRun | readonly UserError[] => {
    const { progress, userErrors } = payload.parse(answer);
    return progress ?? userErrors;
  };

  return {
    names: sending.map((name) => name.toUpperCase()),
    begin: async (part, caller, input) => {
      const query = `mutation ($input: CampaignBeginInput!) {
        answer: ${part}CampaignBegin(input: $input) { progress { ${runFields} } userErrors { code field message } }
      }`;
      return outcomeOf(await ask(part, query, { input }, caller));
    },
    change: async (part, caller, change, key) => {
      const query = `mutation ($key: String!) {
        answer: ${part}Campaign${change}(key: $key) { progress { ${runFields} } userErrors { code field message } }
      }`;
      return outcomeOf(await ask(part, query, { key }, caller));
    },
    runsOf: async (part, caller, keys) => {
      const query = `query ($keys: [String!]!) { answer: ${part}CampaignProgress(keys: $keys) { ${runFields} } }`;
      try {
        return z.array(run).parse(await ask(part, query, { keys }, caller));
      } catch (error) {
        if (error instanceof CodedError) return null;
        throw error;
      }
    },
  };
}
