import { createPrivateKey } from 'node:crypto';
import { normaliseEmail } from '@ucp/kit/addresses';
import { badInput } from '@ucp/kit/errors';
import { lazily } from '@ucp/kit/lazily';
import { isPrivateHost } from '@ucp/kit/sender-hosts';
import type AddressParser from 'nodemailer/lib/addressparser';
import { z } from 'zod';

const addressParser = lazily<typeof AddressParser>(import.meta.url, 'nodemailer/lib/addressparser');

/** A way to a mail server, and whose mail it is. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465 as a rule); else it begins with STARTTLS. In the clear only to this machine. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** `Northwind <news@northwind.example>` */
  readonly from: string;
  readonly replyTo: string | null;
  readonly dkim: DkimKey | null;
}

export interface DkimKey {
  readonly domain: string;
  /** Under which the public key is published: `{selector}._domainkey.{domain}`. */
  readonly selector: string;
  /** PEM */
  readonly privateKey: string;
}

/** Smallest key of a signature that is believed, in bits (RFC 8301, 3.2). */
const smallestKey = 1_024;

const text = (limit: number) => z.string().trim().min(1).max(limit);
const label = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?$/i;
const domain = text(253).refine(
  (name) => name.split('.').every((part) => label.test(part)),
  'must be the name of a domain',
);
const given = z.strictObject({
  host: text(253).refine((name) => /^[\w.:-]+$/.test(name), 'must be the name or address of a server'),
  port: z.number().int().min(1).max(65_535).default(587),
  secure: z.boolean().default(false),
  user: text(300).nullish(),
  password: z.string().min(1).max(1_000).nullish(),
  from: text(500).refine(isOneAddress, 'must be one address, as "Northwind <news@northwind.example>"'),
  replyTo: text(500).refine(isOneAddress, 'must be one address, as "Northwind <news@northwind.example>"').nullish(),
  dkim: z
    .strictObject({
      domain,
      selector: domain,
      privateKey: text(10_000).refine(isSigningKey, `must be a private RSA key in PEM of at least ${smallestKey} bits`),
    })
    .nullish(),
});

/**
 * @param allowPrivate also servers of the network we run in
 * @throws CodedError BAD_USER_INPUT that names the setting, below `field`, and never tells its value
 */
export function readSmtpSettings(
  input: Readonly<Record<string, unknown>>,
  field: readonly string[],
  allowPrivate: boolean,
): SmtpSettings {
  const read = given.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = (issue?.path ?? []).map(String);
    throw badInput([...field, ...name], `SMTP: "${name.join('.')}" ${issue?.message}`);
  }
  const { host, port, secure, user, password, from, replyTo, dkim } = read.data;
  if (!allowPrivate && isPrivateHost(host))
    throw badInput([...field, 'host'], 'SMTP: "host" must be a server of the public internet');
  if ((user ?? null) === null && (password ?? null) !== null)
    throw badInput([...field, 'user'], 'SMTP needs "user" where "password" is given');
  if ((user ?? null) !== null && (password ?? null) === null)
    throw badInput([...field, 'password'], 'SMTP needs "password" where "user" is given');
  const login = typeof user === 'string' && typeof password === 'string' ? { user, password } : null;
  return { host, port, secure, login, from, replyTo: replyTo ?? null, dkim: dkim ?? null };
}

function isOneAddress(written: string): boolean {
  const parsed = addressParser()(written);
  const [one] = parsed;
  if (/[\p{Cc}]/u.test(written) || parsed.length !== 1 || one === undefined || !('address' in one)) return false;
  return !('refused' in normaliseEmail(one.address ?? ''));
}

function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= smallestKey;
  } catch {
    return false;
  }
}
