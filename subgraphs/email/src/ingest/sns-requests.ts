import { CodedError } from '@ucp/kit/errors';
import { isSnsUrl } from './sns-signature.ts';

/** Certificates kept; SNS has one a region, changed now and then. */
const certificateLimit = 50;
/** A certificate has some 2 KiB; the answer to a confirmation even less. */
const answerLimit = 64 * 1_024;
/** Milliseconds SNS has to answer: it waits for our answer meanwhile, 15 seconds at most. */
const deadline = 5_000;

/** The requests that SNS asks for. They throw CodedError OVERLOADED when SNS cannot be reached: SNS then sends again. */
export interface SnsRequests {
  /** Null when SNS has none there. */
  readonly certificate: (url: string) => Promise<string | null>;
  /** Says yes to a subscription. */
  readonly confirm: (url: string) => Promise<void>;
}

/**
 * Asks SNS itself and nobody else: no other host, no redirects, little time and few bytes. Certificates are kept, as their
 * address names their content; one that is being fetched is fetched once.
 * @param request default: the network
 */
export function createSnsRequests(request: typeof fetch = fetch): SnsRequests {
  const certificates = new Map<string, Promise<string | null>>();

  /** Null when SNS says there is nothing. */
  const get = async (url: string): Promise<string | null> => {
    if (!isSnsUrl(url)) return null;
    try {
      const response = await request(url, { redirect: 'error', signal: AbortSignal.timeout(deadline) });
      const text = await shortText(response);
      if (response.ok) return text;
      if (response.status < 500) return null;
    } catch {
      // Told below, without what the network says.
    }
    throw new CodedError('OVERLOADED', 'SNS cannot be asked at the moment. Try again in a few seconds.');
  };

  return {
    certificate: (url) => {
      const known = certificates.get(url);
      if (known !== undefined) return known;
      const asked = get(url);
      if (certificates.size >= certificateLimit) certificates.delete(certificates.keys().next().value ?? '');
      certificates.set(url, asked);
      // Only a certificate is kept.
      const forget = () => certificates.delete(url);
      asked.then((text) => text ?? forget(), forget);
      return asked;
    },
    confirm: async (url) => {
      if ((await get(url)) === null) throw new CodedError('OVERLOADED', 'SNS did not take the confirmation.');
    },
  };
}

/** @throws when it is longer than the limit; the rest is not read */
async function shortText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > answerLimit) throw new Error(`SNS answered more than ${answerLimit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
