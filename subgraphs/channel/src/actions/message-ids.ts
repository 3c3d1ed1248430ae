import { recordId, recordNoOf } from '@ucp/kit/ids';
import type { ChannelKind } from '../channel-kind.ts';

const messagePrefix = ({ name }: ChannelKind): string => `msg_${name.toLowerCase()}`;
const senderPrefix = ({ name }: ChannelKind): string => `snd_${name.toLowerCase()}`;

/** Public id of a message that was asked for. */
export const messageId = (channel: ChannelKind, account: number, messageNo: number): string =>
  recordId(messagePrefix(channel), account, messageNo);

/** Null for an id that is none of the account's. */
export const messageNoOf = (channel: ChannelKind, account: number, id: string): number | null =>
  recordNoOf(messagePrefix(channel), account, id);

/** Public id of a sender. */
export const senderId = (channel: ChannelKind, account: number, senderNo: number): string =>
  recordId(senderPrefix(channel), account, senderNo);

export const senderNoOf = (channel: ChannelKind, account: number, id: string): number | null =>
  recordNoOf(senderPrefix(channel), account, id);
