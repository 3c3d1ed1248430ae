import { oneClick } from '../form.ts';
import type { Unsubscription } from '../person.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

/** What the button of the page says will be so: the words kept as evidence. */
export const unsubscribeText = ({ accountName, title, address, topic }: Unsubscription): string =>
  topic === null
    ? `Unsubscribe: ${accountName} sends nothing more to ${address} (${title}).`
    : `Unsubscribe: ${accountName} sends no more “${topic}” to ${address} (${title}).`;

export const unsubscribePage = (unsubscription: Unsubscription): Page => ({
  status: 200,
  title: 'Unsubscribe',
  from: unsubscription.accountName,
  said: null,
  content: html`<p>${unsubscribeText(unsubscription).replace(/^Unsubscribe: /, 'If you go on, ')}</p>
<form method="post">
<input type="hidden" name="${oneClick.name}" value="${oneClick.value}">
<button>Unsubscribe</button>
</form>`,
});

export const unsubscribedPage = ({ accountName, title, address, topic }: Unsubscription): Page => ({
  status: 200,
  title: 'You are unsubscribed',
  from: accountName,
  said:
    topic === null
      ? html`<p>${accountName} sends nothing more to ${address} (${title}).</p>`
      : html`<p>${accountName} sends no more “${topic}” to ${address} (${title}).</p>`,
  content: html`<p>This took effect at once. You can close this page.</p>`,
});
