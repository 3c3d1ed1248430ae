import { z } from 'zod';
import { createLinkTokens } from './link-token.ts';
import type { Secret } from './secret.ts';

/** One address, as its channel numbers it: the link stays true whomever the address belongs to later. */
export interface AddressOfLink {
  /** In capitals. */
  readonly channel: string;
  readonly addressNo: number;
}

/** Whose preferences a link is for: a contact, or whoever has the address when the link is followed. */
export type PreferencesOf = { readonly contactId: string } | AddressOfLink;

export interface PreferencesLink {
  readonly account: number;
  readonly of: PreferencesOf;
  readonly expiresAt: Date;
}

/** What one click ends: messages to one address, all of them or those of a topic. */
export interface UnsubscribeLink extends AddressOfLink {
  readonly account: number;
  /** Key of the topic; null: the whole channel. */
  readonly topic: string | null;
  /** The provider's id of the message that carries the link; null where it is not known. */
  readonly messageId: string | null;
}

export interface PreferenceLinks {
  /** Path of a page on the gateway, which works for 90 days and to the end of that day, UTC. */
  readonly preferencesPath: (account: number, of: PreferencesOf, now: Date) => string;
  /** Path of one-click unsubscribe (RFC 8058) on the gateway. It never expires: old mail must be as easy to leave as new. */
  readonly unsubscribePath: (link: UnsubscribeLink) => string;
  /** Null for a token that is none of ours. Whether it has expired is for the reader to compare. */
  readonly openPreferences: (token: string) => PreferencesLink | null;
  readonly openUnsubscribe: (token: string) => UnsubscribeLink | null;
}

const day = 86_400_000;
const lifetimeDays = 90;

const number = z.number().int();
const preferencesClaims = z.union([z.tuple([number, z.string()]), z.tuple([number, z.string(), number])]);
const unsubscribeClaims = z.tuple([number, z.string(), number, z.string().nullable(), z.string().nullable()]);

/** Links that let their holder change consent: made by the parts, followed in the gateway, both under the same secret. */
export function createPreferenceLinks(secret: Secret): PreferenceLinks {
  const preferences = createLinkTokens(secret, 'preferences');
  const unsubscribe = createLinkTokens(secret, 'unsubscribe');
  return {
    preferencesPath: (account, of, now) => {
      const claims = 'contactId' in of ? [account, of.contactId] : [account, of.channel, of.addressNo];
      // To the end of the day, so that the same question has the same answer all day.
      const expiresAt = new Date((Math.floor(now.getTime() / day) + lifetimeDays + 1) * day);
      return `/preferences/${preferences.sign(claims, expiresAt)}`;
    },
    unsubscribePath: ({ account, channel, addressNo, topic, messageId }) =>
      `/u/${unsubscribe.sign([account, channel, addressNo, topic, messageId], null)}`,
    openPreferences: (token) => {
      const opened = preferences.open(token);
      const claims = preferencesClaims.safeParse(opened?.claims).data;
      if (claims === undefined || opened === null || opened.expiresAt === null) return null;
      const [account, name, addressNo] = claims;
      const of = addressNo === undefined ? { contactId: name } : { channel: name, addressNo };
      return { account, of, expiresAt: opened.expiresAt };
    },
    openUnsubscribe: (token) => {
      const claims = unsubscribeClaims.safeParse(unsubscribe.open(token)?.claims).data;
      if (claims === undefined) return null;
      const [account, channel, addressNo, topic, messageId] = claims;
      return { account, channel, addressNo, topic, messageId };
    },
  };
}
