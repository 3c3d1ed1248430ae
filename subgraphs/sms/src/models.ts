import type { CampaignProgress } from '@ucp/channel/actions/campaign-sends';
import type { ConsentOfAddress } from '@ucp/channel/actions/record-consent';
import type { AddressFacts, ContactFacts } from '@ucp/channel/domain/facts';
import type { MessageHistory } from '@ucp/channel/domain/message';
import type { PreviewedText } from '@ucp/channel/sending/preview';
import type { ContentRow } from '@ucp/channel/store/contents';
import type { MessageRow } from '@ucp/channel/store/messages';
import type { OutboxRow } from '@ucp/channel/store/outbox';
import type { ReviewRow } from '@ucp/channel/store/reviews';
import type { SenderRow } from '@ucp/channel/store/senders';
import type { SkippedEvent } from '@ucp/channel/store/source-counts';
import type { SourceRow } from '@ucp/channel/store/sources';
import type { LeafAnswer } from '@ucp/kit/leaf';

/** What the fields of each type are resolved from. */
export type SmsProfileModel = ContactFacts;
export type SmsConsentModel = ConsentOfAddress;
export interface SmsNumberModel {
  readonly facts: AddressFacts;
  readonly now: Date;
}
export type SmsSourceModel = SourceRow;
export type SourceCountsModel = SourceRow;
export type SkippedEventModel = SkippedEvent;
export type LeafAudienceModel = LeafAnswer;
export type SmsRevocationReviewModel = ReviewRow;
export type SmsMessageModel = MessageHistory;
export type SmsSenderModel = SenderRow;
export type SmsTemplateModel = ContentRow;
export type SmsPreviewModel = PreviewedText;
export type SmsSendModel = MessageRow;
export type SmsOutboxMessageModel = OutboxRow;
export type CampaignRunModel = CampaignProgress;
