import type { Database } from '@ucp/kit/database';
import type { BaseContext } from '@ucp/kit/subgraph';
import type DataLoader from 'dataloader';
import type { RunLoader } from './campaigns/campaign-resolvers.ts';
import type { Campaigns } from './campaigns/campaigns.ts';
import type { Filters } from './filters/filters.ts';
import type { ScoreLoader } from './scores/score-resolvers.ts';
import type { MembersLoader } from './segments/segment-resolvers.ts';
import type { Segments } from './segments/segments.ts';
import type { ContactView, ProfileService } from './service.ts';
import type { TimelineLoader } from './timeline-loader.ts';

export interface Context extends BaseContext {
  readonly db: Database;
  readonly service: ProfileService;
  /** Path of the preference page of a contact of the caller's account. */
  readonly preferencesPathOf: (contactId: string) => string;
  readonly segments: Segments;
  /** Call after commit: segments that ask for the rules of the account are looked at now. */
  readonly rulesChanged: () => void;
  readonly filters: Filters;
  readonly loadMembers: MembersLoader;
  readonly campaigns: Campaigns;
  readonly loadRun: RunLoader;
  readonly loadTimeline: TimelineLoader;
  readonly loadScore: ScoreLoader;
  /** Score by the default model and segments by contact number; all contacts of one request share the questions. */
  readonly loadView: DataLoader<number, ContactView | null>;
}
