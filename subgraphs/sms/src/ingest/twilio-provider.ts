import type { Provider } from '@ucp/channel/webhook';
import { badInput } from '@ucp/kit/errors';
import { translateTwilio } from './twilio.ts';
import { verifyTwilio } from './twilio-signature.ts';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The answer to Twilio: TwiML, with a message to send back where there is one. */
export function twiml(answer: string | null): string {
  const message =
    answer === null ? '' : `<Message>${answer.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign)}</Message>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${message}</Response>`;
}

interface TwilioSecret {
  readonly authToken: string;
}

export const twilio: Provider<TwilioSecret> = {
  name: 'twilio',
  readSecret: ({ authToken }, field) => {
    if (typeof authToken !== 'string' || authToken.trim() === '' || authToken.length > 200) {
      throw badInput(
        [...field, 'authToken'],
        'TWILIO needs "authToken": the auth token of the account, which signs its webhooks',
      );
    }
    return { authToken: authToken.trim() };
  },
  verify: ({ authToken }, { url, headers }, body) => verifyTwilio(authToken, url, headers, body),
  translate: translateTwilio,
  answer: ({ events }) => {
    const [event] = events;
    // A message that came before was answered before.
    const answer = event?.isNew === true ? event.reaction.answer : null;
    return { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: twiml(answer) };
  },
};
