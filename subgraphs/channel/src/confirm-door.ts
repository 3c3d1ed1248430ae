import { type Door, jsonResponse } from '@ucp/kit/door';
import { type Confirmed, confirmPath } from './actions/confirm-consent.ts';
import type { Channel } from './channel.ts';

const answers: Readonly<Record<Confirmed, { readonly status: number; readonly body: object }>> = {
  CONFIRMED: { status: 200, body: { confirmed: true } },
  OVER: {
    status: 410,
    body: { error: { code: 'NOT_FOUND', message: 'The question is over: it was answered, or ran out.' } },
  },
  UNKNOWN: { status: 404, body: { error: { code: 'NOT_FOUND', message: 'Nothing is at this path.' } } },
};

/** Where a person confirms an opt-in, without login: by POST only, as scanners of mail follow links by GET. */
export const confirmDoor = (channel: Channel): Door => ({
  method: 'POST',
  path: `${confirmPath(channel.kind)}:token`,
  scopes: null,
  streams: false,
  handle: async ({ headers }, { token = '' }) => {
    const userAgent = headers['user-agent']?.slice(0, 500) ?? null;
    const { status, body } = answers[await channel.confirmations.confirm(token, userAgent)];
    return jsonResponse(status, body);
  },
});
