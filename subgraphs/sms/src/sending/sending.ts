import type { Sending } from '@ucp/channel/sending';
import { shortLinkDoors } from './short-link-doors.ts';
import { createSmsContents } from './sms-content.ts';
import { createTwilioSender } from './twilio-sender.ts';

/** What is special about sending SMS: its texts, its ways out, and where its links lead. */
export const smsSending: Sending = {
  contents: createSmsContents,
  providers: (publicUrl) => [createTwilioSender(publicUrl)],
  doors: shortLinkDoors,
};
