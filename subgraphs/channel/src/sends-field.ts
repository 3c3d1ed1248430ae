import { type Connection, connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import type { Channel } from './channel.ts';
import type { SendState } from './domain/send-state.ts';
import type { ChannelLoaders } from './loaders.ts';
import { aboveAll, type MessageRow, messagesBelow } from './store/messages.ts';
import { type OutboxRow, outboxBelow } from './store/outbox.ts';

interface Numbered {
  readonly messageNo: number;
}

/** A page of what is listed by the numbers of messages, newest first. */
async function pageBelow<Row extends Numbered>(
  list: string,
  { first, after }: PageArguments,
  preset: number,
  read: (before: number, size: number) => Promise<readonly Row[]>,
): Promise<Connection<Row>> {
  const size = pageSize(first, preset);
  const [before = aboveAll] = decodeCursor(list, ['number'], after) ?? [];
  const rows = await read(Math.min(aboveAll, Math.floor(Number(before))), size + 1);
  return connectionOf(
    rows,
    size,
    after,
    ({ messageNo }) => encodeCursor(list, [messageNo]),
    (row) => row,
  );
}

const listOf = ({ kind }: Channel, name: string): string => `${kind.name.toLowerCase()}${name}`;

/** A page of the messages that were asked for. */
export const sendPage = (
  channel: Channel,
  account: number,
  {
    state,
    campaign,
    ...page
  }: PageArguments & {
    readonly state?: readonly SendState[] | null | undefined;
    readonly campaign?: string | null | undefined;
  },
): Promise<Connection<MessageRow>> =>
  pageBelow(listOf(channel, 'Sends'), page, 50, (before, size) =>
    messagesBelow(channel.db, account, before, size, { states: state ?? null, campaign: campaign ?? null }),
  );

/** A page of those of one contact. */
export const contactSendPage = (
  channel: Channel,
  contactNo: number,
  page: PageArguments,
  load: ChannelLoaders,
): Promise<Connection<MessageRow>> =>
  pageBelow(listOf(channel, 'Sends'), page, 20, (before, size) => load.sends(contactNo, size, before));

/** A page of the outbox. */
export const outboxPage = (channel: Channel, account: number, page: PageArguments): Promise<Connection<OutboxRow>> =>
  pageBelow(listOf(channel, 'Outbox'), page, 50, (before, size) => outboxBelow(channel.db, account, before, size));
