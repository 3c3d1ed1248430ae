import { counted, jsonOf, type Provider } from '@ucp/channel/webhook';
import { badInput } from '@ucp/kit/errors';
import { translateSendGrid } from './sendgrid.ts';
import { sendGridKey, verifySendGrid } from './sendgrid-signature.ts';

interface SendGridSecret {
  readonly publicKey: string;
}

export const sendGrid: Provider<SendGridSecret> = {
  name: 'sendgrid',
  readSecret: ({ publicKey }, field) => {
    if (typeof publicKey !== 'string' || sendGridKey(publicKey) === null) {
      throw badInput(
        [...field, 'publicKey'],
        'SENDGRID needs "publicKey": the base64 of an SPKI DER key on the curve P-256, as its settings page shows it',
      );
    }
    return { publicKey };
  },
  verify: ({ publicKey }, { headers }, body) => verifySendGrid(publicKey, body, headers),
  translate: (body) => {
    const payload = jsonOf(body);
    return Array.isArray(payload) ? translateSendGrid(payload) : null;
  },
  answer: counted,
};
