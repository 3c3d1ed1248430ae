import type { BaseContext } from '@ucp/kit/subgraph';
import type { TimelineLoader } from './timeline-loader.ts';

export interface Context extends BaseContext {
  readonly loadTimeline: TimelineLoader;
}
