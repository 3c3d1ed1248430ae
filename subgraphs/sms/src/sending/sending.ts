import type { ChannelSending } from '@ucp/channel/outgoing';
import type { Secret } from '@ucp/kit/secret';
import { createSmsContents } from './sms-content.ts';
import { createTwilioSender } from './twilio-sender.ts';

/**
 * How SMS are written and leave.
 * @param secret makes the codes of their links, which `shortLinkDoors` opens
 * @param publicUrl origin under which Twilio tells what became of messages
 * @param allowPrivate also by a Twilio of this machine
 */
export const smsSending = (secret: Secret, publicUrl: string, allowPrivate = false): ChannelSending => ({
  content: createSmsContents(secret),
  senders: [createTwilioSender(publicUrl, allowPrivate)],
});
