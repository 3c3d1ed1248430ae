import { createHmac, randomBytes } from 'node:crypto';

/** Twilio as it talks to a webhook: a form, signed by HMAC-SHA1 over the address and the sorted parameters. */
export interface TwilioSender {
  readonly authToken: string;
  /** An inbound message. Gives the answer, which for some key words is a message to send back. */
  readonly text: (
    url: string,
    from: string,
    body: string,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** Any form, signed. */
  readonly post: (url: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
  readonly status: (url: string, to: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
}

const ownNumber = '+15125550100';

/** @param authToken of an earlier sender; default: a new one */
export function createTwilioSender(authToken: string = randomBytes(16).toString('hex')): TwilioSender {
  const post = (url: string, fields: Readonly<Record<string, string>>) => {
    const signed =
      url +
      Object.keys(fields)
        .sort()
        .map((name) => `${name}${fields[name]}`)
        .join('');
    const signature = createHmac('sha1', authToken).update(signed).digest('base64');
    return fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'X-Twilio-Signature': signature },
    });
  };
  const sid = () => `SM${randomBytes(16).toString('hex')}`;
  return {
    authToken,
    post,
    text: (url, from, body, fields = {}) => {
      const MessageSid = sid();
      return post(url, {
        MessageSid,
        SmsSid: MessageSid,
        From: from,
        To: ownNumber,
        Body: body,
        NumMedia: '0',
        SmsStatus: 'received',
        ...fields,
      });
    },
    status: (url, to, fields) => post(url, { MessageSid: sid(), From: ownNumber, To: to, ...fields }),
  };
}
