import { html } from '../../pages/html.ts';
import type { Page } from '../../pages/layout.ts';
import { oneClick } from '../form.ts';
import type { Unsubscription } from '../person.ts';

/** What is so once the button is pressed. */
const whatEnds = ({ accountName, title, address, topic }: Unsubscription): string => {
  const what = topic === null ? 'nothing more' : `no more “${topic}”`;
  const place = `to ${address} (${title})`;
  return accountName === null ? `From now on ${what} is sent ${place}.` : `${accountName} sends ${what} ${place}.`;
};

/** What the button of the page says will be so: the words kept as evidence. */
export const unsubscribeText = (unsubscription: Unsubscription): string => `Unsubscribe: ${whatEnds(unsubscription)}`;

export const unsubscribePage = (unsubscription: Unsubscription): Page => ({
  status: 200,
  title: 'Unsubscribe',
  from: unsubscription.accountName,
  said: null,
  content: html`<p>If you go on: ${whatEnds(unsubscription)}</p>
<form method="post">
<input type="hidden" name="${oneClick.name}" value="${oneClick.value}">
<button>Unsubscribe</button>
</form>`,
});

export const unsubscribedPage = (unsubscription: Unsubscription): Page => ({
  status: 200,
  title: 'You are unsubscribed',
  from: unsubscription.accountName,
  said: html`<p>${whatEnds(unsubscription)}</p>`,
  content: html`<p>This took effect at once. You can close this page.</p>`,
});
