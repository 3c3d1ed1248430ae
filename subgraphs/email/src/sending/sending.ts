import type { Sending } from '@ucp/channel/sending';
import { createEmailContents } from './email-content.ts';
import { smtp } from './smtp-provider.ts';
import { trackingDoors } from './tracking-doors.ts';

/** What is special about sending e-mail: its texts, its ways out, and where its links lead. */
export const emailSending: Sending = {
  contents: createEmailContents,
  providers: () => [smtp],
  doors: trackingDoors,
};
