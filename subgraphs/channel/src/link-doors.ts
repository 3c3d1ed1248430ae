import type { IncomingHttpHeaders } from 'node:http';
import type { Door, DoorRequest, DoorResponse } from '@ucp/kit/door';
import { isMachineAgent } from './domain/machine-agents.ts';
import type { OwnEvent, RecordOwn } from './own-events.ts';

/** Where a link leads, and whose doing it is to follow it. */
export interface Followed {
  readonly url: string;
  /** Asked in the background; null: nobody's any more. */
  readonly message: () => Promise<Pick<OwnEvent, 'account' | 'address' | 'messageId'> | null>;
}

const common = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};

/** Says the same of every link that is none, so that nothing can be learned by trying. */
export const unknownLink: DoorResponse = {
  status: 404,
  headers: { ...common, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>This link is not valid</title></head>
<body><main><h1>This link is not valid</h1><p>Please check that the whole link was copied, or use the one of a newer message.</p></main></body>
</html>
`,
};

/**
 * The door of links that are followed: it leads on at once, and records a CLICK in the background.
 * @param path with one parameter, for example `/c/:token`
 * @param find null for a link that is none of ours
 */
export function linkDoors(
  record: RecordOwn,
  path: string,
  find: (link: string) => Promise<Followed | null>,
): readonly Door[] {
  return messageDoors(path, async (request, link) => {
    const followed = await find(link);
    if (followed === null) return unknownLink;
    const { url, message } = followed;
    record(async () => {
      const of = await message();
      return of === null ? null : { ...of, kind: 'CLICK', url, ...doing(request) };
    });
    // In the spelling of headers, whatever is in it.
    return { status: 302, headers: { ...common, location: new URL(url).href } };
  });
}

/** Doors of what is in messages: a program that only looks comes by HEAD. The parameter of the path is handed over. */
export function messageDoors(
  path: string,
  handle: (request: DoorRequest, link: string) => Promise<DoorResponse>,
): readonly Door[] {
  return (['GET', 'HEAD'] as const).map((method) => ({
    method,
    path,
    scopes: null,
    streams: false,
    handle: (request, params) => handle(request, Object.values(params)[0] ?? ''),
  }));
}

export const messageHeaders = common;

/** Longest name of a program that is kept, in characters. */
const agentLimit = 500;

/** What a request tells of who asked, and whether that is a person. */
export function doing({ method, headers, ip }: DoorRequest): Pick<OwnEvent, 'machine' | 'details'> {
  const userAgent = headers['user-agent'];
  return {
    machine: method === 'HEAD' || isPrefetch(headers) || isMachineAgent(userAgent),
    details: {
      ...(userAgent === undefined ? {} : { userAgent: userAgent.slice(0, agentLimit) }),
      ...(ip === undefined ? {} : { ip }),
    },
  };
}

/** A browser or a mail program that fetches before anybody has asked for it says so. Sources: Fetch, `Sec-Purpose`; older browsers. */
const isPrefetch = (headers: IncomingHttpHeaders): boolean =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|preview|prerender/i.test(String(headers[name] ?? '')),
  );
