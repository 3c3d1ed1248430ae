import { firstOf, furthestOf, type MessageFact } from '@ucp/channel/domain/message';

export type SmsMessageStatus = 'SENT' | 'DELIVERED' | 'FAILED' | 'RECEIVED';

/** A message that failed was never delivered, and one that was delivered did not fail, whichever was told last. */
const life: readonly (readonly [string, SmsMessageStatus])[] = [
  ['SEND', 'SENT'],
  ['FAILED', 'FAILED'],
  ['DELIVERED', 'DELIVERED'],
  ['READ', 'DELIVERED'],
  ['REPLY', 'RECEIVED'],
];

export const smsMessageStatus = (facts: readonly MessageFact[]): SmsMessageStatus => furthestOf(facts, life) ?? 'SENT';

/** Whether the person wrote it. */
export const isInbound = (facts: readonly MessageFact[]): boolean => firstOf(facts, ['REPLY']) !== null;
