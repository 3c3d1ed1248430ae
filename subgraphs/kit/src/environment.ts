import { isIP } from 'node:net';
import { z } from 'zod';
import type { Notices } from './subgraph.ts';

/** Configuration that is wrong: every finding, one a line, so that a start fails once and not six times. */
export class ConfigurationError extends Error {}

const port = z.coerce.number().int().min(1).max(65_535);

/** `10.0.0.1`, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

/** What any process of the system may be told by its environment. */
export const settings = {
  port,
  host: z.string().min(1).default('127.0.0.1'),
  databaseUrl: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  secret: z.string().min(32, 'must have at least 32 characters'),
  publicUrl: z.string().regex(/^https?:\/\/[^/]+$/, 'must be an origin as https://contacts.example.com'),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** A mail server: `smtps://user:password@mail.example.com`, or `smtp://` with TLS where the server has it. */
  smtpUrl: z.string().regex(/^smtps?:\/\/.+$/, 'must begin with smtp:// or smtps://'),
  /** `Contacts <contacts@example.com>` */
  sender: z.string().regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address as contacts@example.com'),
  flag: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /** Given in megabytes, told in bytes. */
  megabytes: z.coerce
    .number()
    .int()
    .min(0)
    .transform((megabytes) => megabytes * 1_048_576),
  /** `10.0.0.1,10.1.0.0/16` */
  networks: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .refine(
      (parts) => parts.every(isNetwork),
      'must be a list of addresses or networks as 10.0.0.0/8, separated by commas',
    ),
  /** `identity,email`, of the parts that are known */
  parts: (known: readonly string[]) =>
    z
      .string()
      .default('')
      .transform((text) => text.split(',').filter((name) => name !== ''))
      .refine(
        (names) => names.every((name) => known.includes(name)),
        `must be names of parts, separated by commas; there are ${known.join(', ')}`,
      ),
  /** `identity=http://127.0.0.1:4101,email=http://…` */
  origins: z
    .string()
    .default('')
    .transform((text, context) => {
      const entries = text.split(',').filter((part) => part !== '');
      const pairs = entries.map((entry) => /^([a-z][a-z0-9-]*)=(https?:\/\/[^,]+)$/.exec(entry));
      if (pairs.some((pair) => pair === null)) {
        context.addIssue({ code: 'custom', message: 'must be a list of name=http://host:port, separated by commas' });
      }
      return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[String(pair[1]), String(pair[2])]])));
    }),
};

/** Where a server is reached from its own machine. @param host where it listens */
export function localOrigin(host: string, port: number): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

/** Mail to staff, where both of its settings are given. @throws ConfigurationError where one is missing */
export function noticesOf(smtpUrl: string | undefined, from: string | undefined): Notices | null {
  if (smtpUrl === undefined && from === undefined) return null;
  if (smtpUrl !== undefined && from !== undefined) return { smtpUrl, from };
  const missing = smtpUrl === undefined ? 'NOTICES_SMTP_URL' : 'NOTICES_FROM';
  throw new ConfigurationError(`The configuration is wrong:\n${missing}: is missing, while its other half is set`);
}

/** Reads variables of the environment. @throws ConfigurationError naming each variable that is wrong, never its value */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`The configuration is wrong:\n${findings.join('\n')}`);
}
