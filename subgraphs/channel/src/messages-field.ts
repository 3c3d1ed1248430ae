import { type Connection, connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import type { MessageHistory } from './domain/message.ts';
import type { ChannelLoaders } from './loaders.ts';

/**
 * A page of the messages of one contact, newest first. A message's place is when it was first heard of.
 * @param list name of the list, for its cursors
 */
export async function messagePage(
  list: string,
  contactNo: number,
  { campaign = null, ...page }: PageArguments & { readonly campaign?: string | null | undefined },
  load: ChannelLoaders,
): Promise<Connection<MessageHistory>> {
  const size = pageSize(page.first, 20);
  const place = decodeCursor(list, ['moment', 'string', 'integer'], page.after);
  const before =
    place === null
      ? null
      : { at: new Date(Number(place[0])), messageId: String(place[1]), addressNo: Number(place[2]) };
  const rows = await load.messages(contactNo, size + 1, before, campaign);
  return connectionOf(
    rows,
    size,
    page.after,
    ({ firstAt, messageId, addressNo }) => encodeCursor(list, [firstAt.getTime(), messageId, addressNo]),
    (message) => message,
  );
}
