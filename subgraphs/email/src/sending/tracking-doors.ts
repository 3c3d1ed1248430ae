import type { Channel } from '@ucp/channel/channel';
import { doing, linkDoors, messageDoors, messageHeaders, unknownLink } from '@ucp/channel/link-doors';
import type { RecordOwn } from '@ucp/channel/own-events';
import { addressByNo } from '@ucp/channel/store/short-links';
import type { Door } from '@ucp/kit/door';
import type { Secret } from '@ucp/kit/secret';
import { createEmailLinks, type MessageOfLink } from './email-links.ts';

/** One transparent pixel. */
const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Where links and pictures of e-mails lead: `/c/{token}` and `/o/{token}.gif`. */
export function trackingDoors(channel: Channel, secret: Secret, record: RecordOwn): readonly Door[] {
  const links = createEmailLinks(secret);
  const messageOf = async ({ account, addressNo, messageId }: MessageOfLink) => {
    const address = await addressByNo(channel.db, account, addressNo);
    return address === null ? null : { account, address, messageId };
  };
  const clicks = linkDoors(record, '/c/:token', async (token) => {
    const click = links.openClick(token);
    return click === null ? null : { url: click.url, message: () => messageOf(click) };
  });
  const opens = messageDoors('/o/:token', async (request, name) => {
    const open = name.endsWith('.gif') ? links.openOpen(name.slice(0, -'.gif'.length)) : null;
    if (open === null) return unknownLink;
    record(async () => {
      const of = await messageOf(open);
      return of === null ? null : { ...of, kind: 'OPEN', url: null, ...doing(request) };
    });
    return { status: 200, headers: { ...messageHeaders, 'content-type': 'image/gif' }, body: picture };
  });
  return [...clicks, ...opens];
}
