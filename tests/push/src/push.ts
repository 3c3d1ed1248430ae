import { webhookPath } from '@ucp/channel/actions/configure';
import { activityOf } from '@ucp/channel/activity-field';
import { audienceOf } from '@ucp/channel/audience-field';
import type { Channel } from '@ucp/channel/channel';
import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import type { ContactFacts } from '@ucp/channel/domain/facts';
import type { ChannelPredicate } from '@ucp/channel/domain/predicate';
import type { ChannelLoaders } from '@ucp/channel/loaders';
import { canSend, lastEngagedAt, preferences } from '@ucp/channel/profile-fields';
import { contactNoOf } from '@ucp/kit/ids';
import { leafResolvers } from '@ucp/kit/leaf';
import { commonScalars } from '@ucp/kit/scalars';
import type { BaseContext } from '@ucp/kit/subgraph';
import { beacon } from './beacon.ts';
import { pushChannel } from './push-channel.ts';

type Context = BaseContext & { readonly channel: Channel; readonly load: ChannelLoaders };

const resolvers = {
  ...commonScalars,
  Contact: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    push: ({ id }: { id: string }, _args: object, { caller, load }: Context) => {
      const contactNo = contactNoOf(caller.account, id);
      return contactNo === null ? null : load.facts.load(contactNo);
    },
  },
  PushProfile: {
    channel: () => pushChannel.name,
    devices: ({ addresses }: ContactFacts) => addresses.length,
    canSend: (facts: ContactFacts, args: { topic?: string; at?: Date }) => canSend(pushChannel, facts, args),
    preferences,
    lastEngagedAt: async ({ rootNo }: ContactFacts, _args: object, { load }: Context) =>
      lastEngagedAt(pushChannel, await load.counts(rootNo, null)),
  },
  LeafAudience: leafResolvers,
  Query: {
    pushActivity: (_root: object, args: Parameters<typeof activityOf>[2], { caller, channel }: Context) =>
      activityOf(channel, caller.account, args),
    pushAudience: (
      _root: object,
      { predicates, contactIds }: { predicates: ChannelPredicate[]; contactIds?: string[] },
      { caller, channel }: Context,
    ) => audienceOf(channel, caller.account, predicates, contactIds, () => 'NORMAL'),
  },
  Mutation: {
    pushSourceCreate: async (
      _root: object,
      { name, secret }: { name: string; secret: string },
      { caller, channel }: Context,
    ) =>
      webhookPath(
        channel.kind,
        caller.account,
        await channel.configure.createSource(caller.account, { name, provider: 'BEACON', secret }),
      ),
  },
};

export const createPush = channelSubgraph(pushChannel, new URL('../', import.meta.url), resolvers, [beacon]);
