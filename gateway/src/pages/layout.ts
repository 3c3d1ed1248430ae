import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { style } from './style.ts';

export interface Page {
  readonly status: number;
  readonly title: string;
  /** Name of the account; null where a page must not tell. */
  readonly from: string | null;
  /** What just became so, told first; null: nothing did. */
  readonly said: Html | null;
  readonly content: Html;
}

const styleElement = new Html(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every page. Nothing is loaded from anywhere, and nothing runs; the link is told to nobody, and kept nowhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};

/** A whole page. The message is focused when the page opens, so that a screen reader begins with it. */
export const renderPage = ({ title, from, said, content }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${from === null ? title : `${title} – ${from}`}</title>
${styleElement}
</head>
<body>
<main>
${from === null ? null : html`<p class="from">${from}</p>`}
<h1>${title}</h1>
${said === null ? null : html`<div class="said" role="status" tabindex="-1" autofocus>${said}</div>`}
${content}
</main>
</body>
</html>
`.text;
