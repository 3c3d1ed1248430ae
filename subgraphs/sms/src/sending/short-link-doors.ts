import type { Channel } from '@ucp/channel/channel';
import { linkDoors } from '@ucp/channel/link-doors';
import type { RecordOwn } from '@ucp/channel/own-events';
import { linkByCode } from '@ucp/channel/store/short-links';
import type { Door } from '@ucp/kit/door';
import { codeLength } from './short-codes.ts';

/** Where the links of SMS lead: `/s/{code}`. */
export function shortLinkDoors(channel: Channel, record: RecordOwn): readonly Door[] {
  return linkDoors(record, '/s/:code', async (code) => {
    if (code.length !== codeLength || !/^[0-9A-Za-z]+$/.test(code)) return null;
    const link = await linkByCode(channel.db, code);
    return link === null ? null : { url: link.url, message: async () => link };
  });
}
