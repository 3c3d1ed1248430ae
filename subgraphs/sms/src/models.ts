import type { ConsentOfAddress } from '@ucp/channel/actions/record-consent';
import type { AddressFacts, ContactFacts } from '@ucp/channel/domain/facts';
import type { MessageHistory } from '@ucp/channel/domain/message';
import type { ReviewRow } from '@ucp/channel/store/reviews';
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
