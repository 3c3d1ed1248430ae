import type { ChannelContext } from '@ucp/channel/channel-resolvers';

export type Context = ChannelContext;
