import { type Html, html } from '../pages/html.ts';
import type { Page } from '../pages/layout.ts';
import type { OutboxMessage } from './outbox.ts';

/** What stayed on this machine, for whoever tries the system out: texts, and the links people would have followed. */
export const outboxPage = (messages: readonly OutboxMessage[]): Page => ({
  status: 200,
  title: 'Outbox',
  from: null,
  said: null,
  content: html`<p>Messages of senders whose provider is OUTBOX stay on this machine. ${
    messages.length === 0 ? 'There are none yet.' : 'The newest come first.'
  }</p>
${messages.map(messageOf)}`,
});

const messageOf = ({ channel, at, to, subject, text, html: source }: OutboxMessage): Html => html`<article class="end">
<h2>${subject ?? text.slice(0, 60)}</h2>
<p class="note">${channel} to ${to}, <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time></p>
<pre>${text}</pre>
${linksOf(source ?? text).map((link) => html`<p class="note"><a href="${link}" rel="noreferrer">${link}</a></p>`)}
${source === null ? null : html`<details><summary>HTML</summary><pre>${source}</pre></details>`}
</article>`;

/** Links of a message, each once. */
const linksOf = (source: string): string[] => [
  ...new Set((source.match(/https?:\/\/[^\s"'<>]+/g) ?? []).map((link) => link.replaceAll('&amp;', '&'))),
];
