import { createHmac } from 'node:crypto';
import { createLinkTokens, type LinkTokens } from '@ucp/kit/link-token';
import { createPreferenceLinks, type PreferenceLinks } from '@ucp/kit/preference-links';
import type { Secret } from '@ucp/kit/secret';
import { z } from 'zod';

/** Which message a link or a picture was in. */
export interface MessageOfLink {
  readonly account: number;
  readonly addressNo: number;
  /** Without its angle brackets. */
  readonly messageId: string;
}

export interface EmailLinks {
  readonly preferences: PreferenceLinks;
  /** The id of a message: the same whenever it is written, of no other installation, and without an address in it. */
  readonly messageId: (account: number, messageNo: number, publicUrl: string) => string;
  /** Path of a link that is followed. It never expires: a link of old mail leads where it led. */
  readonly clickPath: (message: MessageOfLink, url: string) => string;
  /** Path of the picture that tells of an open. */
  readonly openPath: (message: MessageOfLink) => string;
  /** Null for a token that is none of ours. */
  readonly openClick: (token: string) => (MessageOfLink & { readonly url: string }) | null;
  readonly openOpen: (token: string) => MessageOfLink | null;
}

const number = z.number().int();
const clickClaims = z.tuple([number, number, z.string(), z.string()]);
const openClaims = z.tuple([number, number, z.string()]);

/** Links of e-mails. Where each leads is in what we signed: nobody can make one that leads elsewhere. */
export function createEmailLinks(secret: Secret): EmailLinks {
  const clicks: LinkTokens = createLinkTokens(secret, 'click');
  const opens: LinkTokens = createLinkTokens(secret, 'open');
  const idKey = secret.keyFor('message-id');
  return {
    preferences: createPreferenceLinks(secret),
    messageId: (account, messageNo, publicUrl) => {
      const mark = createHmac('sha256', idKey).update(`${account}.${messageNo}`).digest('hex').slice(0, 16);
      return `${account}.${messageNo}.${mark}@${new URL(publicUrl).hostname}`;
    },
    clickPath: ({ account, addressNo, messageId }, url) =>
      `/c/${clicks.sign([account, addressNo, messageId, url], null)}`,
    openPath: ({ account, addressNo, messageId }) => `/o/${opens.sign([account, addressNo, messageId], null)}.gif`,
    openClick: (token) => {
      const claims = clickClaims.safeParse(clicks.open(token)?.claims).data;
      if (claims === undefined) return null;
      const [account, addressNo, messageId, url] = claims;
      return { account, addressNo, messageId, url };
    },
    openOpen: (token) => {
      const claims = openClaims.safeParse(opens.open(token)?.claims).data;
      if (claims === undefined) return null;
      const [account, addressNo, messageId] = claims;
      return { account, addressNo, messageId };
    },
  };
}
