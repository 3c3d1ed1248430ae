import type { Reason } from '@ucp/audience/explain';
import type { Filter } from '@ucp/audience/filter';
import type { Contribution } from '@ucp/audience/score';
import type { ContactBits } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import type { CampaignRun } from './campaigns/campaign-channels.ts';
import type { Activity } from './domain/timeline.ts';
import type { CampaignRow } from './store/campaigns.ts';
import type { ChangeRow } from './store/segment-history.ts';
import type { SegmentRow } from './store/segments.ts';

/** What the fields of each type are resolved from. */
export type TimelineEntryModel = Activity;
export type ScoreContributionModel = Contribution;
export type PredicateEvidenceModel = LeafFact;
export type PredicateResultModel = Reason;
export type SegmentModel = SegmentRow;
export type SegmentChangeModel = ChangeRow;
export type CampaignSendModel = CampaignRow;
export type CampaignProgressModel = CampaignRun;
export interface AudienceModel {
  readonly filter: Filter;
  /** Worked out once for all fields of the audience. */
  readonly members: () => Promise<ContactBits>;
}
