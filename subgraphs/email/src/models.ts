import type { AddressAsOf } from '@ucp/channel/actions/change-status';
import type { ConsentOfAddress } from '@ucp/channel/actions/record-consent';
import type { ContactFacts } from '@ucp/channel/domain/facts';
import type { MessageHistory } from '@ucp/channel/domain/message';
import type { CampaignActivity, CampaignRow } from '@ucp/channel/store/campaigns';
import type { SkippedEvent } from '@ucp/channel/store/source-counts';
import type { SourceRow } from '@ucp/channel/store/sources';
import type { LeafAnswer } from '@ucp/kit/leaf';

/** What the fields of each type are resolved from. */
export type EmailProfileModel = ContactFacts;
export type EmailConsentModel = ConsentOfAddress;
export type EmailAddressModel = AddressAsOf;
export type EmailSourceModel = SourceRow;
export type SourceCountsModel = SourceRow;
export type SkippedEventModel = SkippedEvent;
export type LeafAudienceModel = LeafAnswer;
export type EmailMessageModel = MessageHistory;
export type EmailCampaignModel = CampaignRow;
export type EmailCampaignEngagementModel = CampaignActivity;
