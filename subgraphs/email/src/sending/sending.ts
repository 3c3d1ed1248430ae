import type { ChannelSending } from '@ucp/channel/outgoing';
import type { Secret } from '@ucp/kit/secret';
import { createEmailContents } from './email-content.ts';
import { smtp } from './smtp-provider.ts';

/** How e-mails are written and leave. @param secret signs their links, which `trackingDoors` opens */
export const emailSending = (secret: Secret): ChannelSending => ({
  content: createEmailContents(secret),
  senders: [smtp],
});
