import type { ChannelSending } from '@ucp/channel/outgoing';
import type { Secret } from '@ucp/kit/secret';
import { createEmailContents } from './email-content.ts';
import { createSmtp } from './smtp-provider.ts';

/**
 * How e-mails are written and leave.
 * @param secret signs their links, which `trackingDoors` opens
 * @param allowPrivate also by servers of the network we run in
 */
export const emailSending = (secret: Secret, allowPrivate = false): ChannelSending => ({
  content: createEmailContents(secret),
  senders: [createSmtp(allowPrivate)],
});
