import type { Provider } from '@ucp/channel/webhook';
import { jsonResponse } from '@ucp/kit/door';
import { translateSendGrid } from './sendgrid.ts';
import { verifySendGrid } from './sendgrid-signature.ts';

export const sendGrid: Provider = {
  name: 'sendgrid',
  verify: (secret, request, body) => verifySendGrid(JSON.parse(secret).publicKey, body, request.headers),
  translate: (body) => {
    const payload = parsed(body);
    return Array.isArray(payload) ? translateSendGrid(payload) : null;
  },
  answer: ({ events }) =>
    jsonResponse(200, { received: events.length, new: events.filter((event) => event?.isNew).length }),
};

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
