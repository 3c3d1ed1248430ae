import { badInput } from '@ucp/kit/errors';
import { isPrivateHost } from '@ucp/kit/sender-hosts';
import { z } from 'zod';

/** An account of Twilio, and who sends. */
export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number in E.164, a short code or a name; or a messaging service, which chooses one of its numbers. */
  readonly from: { readonly number: string } | { readonly service: string };
  /** Path of the webhook of a source, to which Twilio tells what becomes of each message; null: nobody is told. */
  readonly statusPath: string | null;
  readonly apiUrl: string;
}

const twilioApi = 'https://api.twilio.com';

const sid = (prefix: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `begins with ${prefix} and has 34 characters`);
const given = z.strictObject({
  accountSid: sid('AC'),
  authToken: z.string().trim().min(1).max(200),
  from: z
    .string()
    .trim()
    .regex(
      /^(\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[\w &+-]{1,11})$/,
      'is a number as +15125550100, a short code, or a name of up to 11 characters',
    )
    .nullish(),
  messagingServiceSid: sid('MG').nullish(),
  statusPath: z
    .string()
    .trim()
    .regex(
      /^\/webhooks\/sms\/twilio\/[\w.-]{1,200}$/,
      'is the `webhookPath` of a source of Twilio, as /webhooks/sms/twilio/main-k3G7QAe5',
    )
    .nullish(),
  apiUrl: z.url().refine(isKnown, `is ${twilioApi}`).nullish(),
});

/**
 * @param allowPrivate also a Twilio of this machine
 * @throws CodedError BAD_USER_INPUT that names the setting, below `field`, and never tells its value
 */
export function readTwilioSettings(
  input: Readonly<Record<string, unknown>>,
  field: readonly string[],
  allowPrivate: boolean,
): TwilioSettings {
  const read = given.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = (issue?.path ?? []).map(String);
    throw badInput([...field, ...name], `TWILIO: "${name.join('.')}" ${issue?.message}`);
  }
  const { accountSid, authToken, from, messagingServiceSid, statusPath, apiUrl } = read.data;
  if (!allowPrivate && isPrivateHost(new URL(apiUrl ?? twilioApi).hostname))
    throw badInput([...field, 'apiUrl'], `TWILIO: "apiUrl" is ${twilioApi}`);
  const sender = from ?? messagingServiceSid ?? null;
  if (sender === null || ((from ?? null) !== null && (messagingServiceSid ?? null) !== null))
    throw badInput([...field, 'from'], 'TWILIO needs either "from" or "messagingServiceSid"');
  return {
    accountSid,
    authToken,
    from: typeof from === 'string' ? { number: from } : { service: sender },
    statusPath: statusPath ?? null,
    apiUrl: new URL(apiUrl ?? twilioApi).origin,
  };
}

/** Messages and a password go to Twilio and to nobody else; tests have a Twilio on this machine. */
function isKnown(address: string): boolean {
  const { origin, protocol, hostname } = new URL(address);
  const isThisMachine = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return origin === twilioApi || (isThisMachine && (protocol === 'http:' || protocol === 'https:'));
}
