import type { Channel } from '@ucp/channel/channel';
import type { ChannelLoaders } from '@ucp/channel/loaders';
import type { BaseContext } from '@ucp/kit/subgraph';

export interface Context extends BaseContext {
  readonly channel: Channel;
  readonly load: ChannelLoaders;
}
