import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/layout.ts';
import { boxesOf, endOfAll, intro } from '../choices.ts';
import type { ChannelState, Person } from '../person.ts';

/** What a form asks for, by the button that sent it. */
export const actions = { save: 'save', endAll: 'unsubscribe-all' } as const;

const fieldsetOf = (channel: ChannelState): Html => html`<fieldset>
<legend>${channel.title}</legend>
<p class="address">${channel.address}</p>
${channel.suppressed ? html`<p class="note">Messages to this address are stopped at the moment, whatever is chosen here.</p>` : null}
${boxesOf(channel).map(
  ({ value, label, ticked, asked }) => html`<input type="hidden" name="shown" value="${value}">
<label class="box"><input type="checkbox" name="on" value="${value}"${ticked ? html` checked` : null}><span>${label}${asked ? ' (waits for your confirmation)' : null}</span></label>
`,
)}</fieldset>
`;

const endForm = (accountName: string): Html => html`<form method="post" class="end">
<h2>No more messages</h2>
<p>${endOfAll(accountName)}</p>
<button class="quiet" name="action" value="${actions.endAll}">Unsubscribe from everything</button>
</form>`;

const missing = ({ unavailable }: Person): Html | null =>
  unavailable.length === 0
    ? null
    : html`<div class="warning"><p>Some channels cannot be shown at the moment (${unavailable.join(', ')}). Please come back in a few minutes.</p></div>`;

const formOf = (person: Person): Html => html`${missing(person)}
<p>${intro(person.accountName)} Nothing changes until you save.</p>
<form method="post">
${person.channels.map(fieldsetOf)}<button name="action" value="${actions.save}">Save</button>
</form>
${endForm(person.accountName)}`;

export const preferencesPage = (person: Person): Page => ({
  status: 200,
  title: 'Your preferences',
  from: person.accountName,
  said: null,
  content: formOf(person),
});

/** What is wanted and must be confirmed first, by whoever reads what comes to the address. */
const waiting = ({ accountName, channels }: Person): Html | null => {
  const asked = channels.flatMap((channel) => {
    const names = boxesOf(channel).flatMap((box) => (box.asked ? [box.label] : []));
    return names.length === 0 ? [] : [html`<li>${channel.title} to ${channel.address}: ${names.join(', ')}</li>`];
  });
  return asked.length === 0
    ? null
    : html`<p>Your confirmation is asked for at these addresses, and ${accountName} sends nothing of this before you give it:</p><ul>${asked}</ul>`;
};

/** What is so now: topic by topic, or nothing at all. What is stopped anyhow is not promised. */
const standing = ({ accountName, channels }: Person): Html => {
  const wanted = channels
    .filter(({ suppressed }) => !suppressed)
    .flatMap((channel) => {
      const names = boxesOf(channel).flatMap(({ ticked, label }) => (ticked ? [label] : []));
      return names.length === 0 ? [] : [html`<li>${channel.title} to ${channel.address}: ${names.join(', ')}</li>`];
    });
  return wanted.length === 0
    ? html`<p>${accountName} sends you nothing more on these channels.</p>`
    : html`<p>${accountName} may send you:</p><ul>${wanted}</ul>`;
};

/** The page after a choice. A channel that could not be asked is told: a choice is never said to be made that was not. */
export const chosenPage = (person: Person): Page =>
  person.unavailable.length === 0
    ? {
        status: 200,
        title: 'Your preferences are saved',
        from: person.accountName,
        said: html`${standing(person)}${waiting(person)}`,
        content: formOf(person),
      }
    : {
        status: 503,
        title: 'Not everything could be saved',
        from: person.accountName,
        said: html`<p>These channels did not answer: ${person.unavailable.join(', ')}. Please try again in a few minutes.</p>`,
        content: formOf(person),
      };

/** An expired link cannot be used to subscribe to anything any more; to leave it can. */
export const expiredPage = ({ accountName }: Pick<Person, 'accountName'>): Page => ({
  status: 410,
  title: 'This link has expired',
  from: accountName,
  said: null,
  content: html`<p>Links to preferences work for 90 days. The newest message you got has one that works.</p>
${endForm(accountName)}`,
});
