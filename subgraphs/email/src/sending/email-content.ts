import { markPattern, marks } from '@ucp/channel/domain/merge-tags';
import type { ContentKind, Writing } from '@ucp/channel/outgoing';
import type { Secret } from '@ucp/kit/secret';
import { decodeHTMLAttribute } from 'entities';
import { createEmailLinks, type EmailLinks, type MessageOfLink } from './email-links.ts';
import { type CompiledEmail, compileEmail, type EmailParts, fieldsOfEmail, readEmailParts } from './email-parts.ts';
import { escaped } from './html-spelling.ts';
import { trackedLimit } from './limits.ts';

/** An e-mail as it is handed to a provider, which adds the sender. */
export interface EmailContent {
  /** Without its angle brackets; what the provider's events call the message by. */
  readonly messageId: string;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
  /** Beside those that every message has. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How e-mails are written. @param secret signs their links */
export function createEmailContents(secret: Secret): ContentKind<EmailParts, EmailContent> {
  const links = createEmailLinks(secret);
  const compiled = new WeakMap<EmailParts, CompiledEmail>();
  const compiledOf = (parts: EmailParts): CompiledEmail => {
    const known = compiled.get(parts) ?? compileEmail(parts);
    compiled.set(parts, known);
    return known;
  };
  return {
    readParts: readEmailParts,
    fieldsOf: fieldsOfEmail,
    write: (parts, whenMissing, writing) => {
      const email = compiledOf(parts);
      const own = linksOf(links, writing);
      const view = { ...writing.view, unsubscribeUrl: own.unsubscribeUrl, preferencesUrl: own.preferencesUrl };
      const missing = new Set<string>();
      const miss = (name: string) => void missing.add(name);
      const subject = email.subject.write(view, miss).trim();
      const html = email.html?.write(view, miss) ?? null;
      const text = email.text.write(view, miss);
      if (whenMissing === 'FAIL' && missing.size > 0) return { missing: [...missing].sort() };
      if (subject === '') return { refused: 'The subject is empty, as its fields are missing' };
      return {
        content: {
          messageId: own.message.messageId,
          subject,
          html: html === null ? null : withLinks(html, parts.track ? links : null, own, writing.publicUrl),
          text: text.includes(own.unsubscribeUrl) ? text : `${text.trimEnd()}\n\nUnsubscribe: ${own.unsubscribeUrl}\n`,
          headers: {
            // RFC 8058: both, and the address by HTTPS.
            'List-Unsubscribe': `<${own.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        },
        links: [],
      };
    },
    detailsOf: ({ subject }) => ({ subject }),
  };
}

interface OwnLinks {
  readonly message: MessageOfLink;
  readonly unsubscribeUrl: string;
  readonly preferencesUrl: string;
}

function linksOf(links: EmailLinks, { account, messageNo, addressNo, topic, publicUrl, at }: Writing): OwnLinks {
  const message = { account, addressNo, messageId: links.messageId(account, messageNo, publicUrl) };
  const address = { channel: 'EMAIL', addressNo };
  const { unsubscribePath, preferencesPath } = links.preferences;
  return {
    message,
    unsubscribeUrl: publicUrl + unsubscribePath({ account, ...address, topic, messageId: message.messageId }),
    preferencesUrl: publicUrl + preferencesPath(account, address, at),
  };
}

const linkPattern = new RegExp(`${marks.linkStart}([^${marks.linkEnd}]*)${marks.linkEnd}`, 'g');

/** The html with links that are noticed, a way to unsubscribe, and the picture that tells of opens; nothing is noticed without `tracking`. */
function withLinks(html: string, tracking: EmailLinks | null, own: OwnLinks, publicUrl: string): string {
  let leaves = false;
  const linked = html.replace(linkPattern, (_marked, found: string) => {
    const byField = found.startsWith(marks.tagStart);
    const value = byField ? found.slice(marks.tagStart.length) : found;
    const url = decodeHTMLAttribute(value).trim();
    if (url === own.unsubscribeUrl) leaves = true;
    const isOwn = url === own.unsubscribeUrl || url === own.preferencesUrl;
    // Where a field says where a link leads it does not lead through us: nobody's own data makes a link of ours.
    if (tracking === null || isOwn || byField || !canBeFollowed(url)) return value;
    return escaped(publicUrl + tracking.clickPath(own.message, url));
  });
  const footer = leaves ? '' : `<p><small><a href="${escaped(own.unsubscribeUrl)}">Unsubscribe</a></small></p>`;
  const picture =
    tracking === null
      ? ''
      : `<img src="${escaped(publicUrl + tracking.openPath(own.message))}" width="1" height="1" alt="" style="display:block;border:0">`;
  return linked.replace(marks.end, () => footer + picture).replace(markPattern, '');
}

const canBeFollowed = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url) && Buffer.byteLength(JSON.stringify(url)) <= trackedLimit;
