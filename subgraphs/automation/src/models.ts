import type { LeafAnswer } from '@ucp/kit/leaf';
import type { Rehearsal } from './domain/rehearsal/summary.ts';
import type { BehaviorRow } from './store/behaviors.ts';
import type { CampaignRow } from './store/campaigns.ts';
import type { EndpointRow } from './store/endpoints.ts';
import type { EnrollmentRow, LogRow, MessageRow } from './store/enrollments.ts';
import type { StandingRow } from './store/inside.ts';
import type { VersionRow } from './store/workflow-versions.ts';
import type { WorkflowRow } from './store/workflows.ts';

/** What the fields of each type are resolved from. */
export type BehaviorModel = BehaviorRow;
export type CampaignModel = CampaignRow;
export type EnrollmentModel = EnrollmentRow;
export type EnrollmentLogEntryModel = LogRow;
export type TriggeredMessageModel = MessageRow;
export type WebhookEndpointModel = EndpointRow;
export type WorkflowRehearsalModel = Rehearsal;
export type WorkflowModel = WorkflowRow;
export type WorkflowStandingModel = StandingRow;
export type WorkflowVersionModel = VersionRow;
export type LeafAudienceModel = LeafAnswer;
