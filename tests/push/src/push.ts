import { webhookPath } from '@ucp/channel/actions/configure';
import { type ChannelContext, channelResolvers } from '@ucp/channel/channel-resolvers';
import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import type { ContactFacts } from '@ucp/channel/domain/facts';
import { preferenceResolvers } from '@ucp/channel/preference-resolvers';
import { canSend, lastEngagedAt, preferences } from '@ucp/channel/profile-fields';
import { beacon } from './beacon.ts';
import { pushChannel } from './push-channel.ts';

const common = channelResolvers(() => 'NORMAL');

const resolvers = {
  ...common.scalars,
  Contact: { __resolveReference: common.reference, push: common.profile },
  PushProfile: {
    channel: () => pushChannel.name,
    devices: ({ addresses }: ContactFacts) => addresses.length,
    canSend,
    preferences,
    lastEngagedAt: async ({ rootNo }: ContactFacts, _args: object, { load }: ChannelContext) =>
      lastEngagedAt(pushChannel, await load.counts(rootNo, null)),
  },
  LeafAudience: common.leaf,
  Query: {
    pushActivity: common.activity,
    pushAudience: common.audience,
    pushLastEngaged: common.lastEngaged,
    pushPreferences: preferenceResolvers.read,
    pushConsentQuestion: preferenceResolvers.question,
  },
  Mutation: {
    pushPreferencesSet: preferenceResolvers.set,
    pushConsentConfirm: preferenceResolvers.confirm,
    pushSourceCreate: async (
      _root: object,
      { name, secret }: { name: string; secret: string },
      { caller, channel }: ChannelContext,
    ) => {
      const source = await channel.configure.createSource(caller.account, {
        name,
        provider: 'BEACON',
        secret: { key: secret },
      });
      return webhookPath(channel.kind, caller.account, source);
    },
  },
};

export const createPush = channelSubgraph(pushChannel, new URL('../', import.meta.url), resolvers, [beacon]);
