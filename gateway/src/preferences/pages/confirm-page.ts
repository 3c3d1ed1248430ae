import { html } from '../../pages/html.ts';
import type { Page } from '../../pages/layout.ts';
import type { Question } from '../person.ts';

const what = ({ accountName, topic }: Question): string =>
  topic === null ? `messages from ${accountName}` : `“${topic.name}” from ${accountName}`;

/** What the button of the page confirms: the words kept as evidence. */
export const confirmText = (question: Question): string =>
  `Yes, send ${what(question)} to ${question.address} (${question.title}).`;

/** @param decided whether this request was the answer */
export function confirmPage(question: Question, decided: boolean): Page {
  const from = question.accountName;
  if (question.state === 'OPEN') {
    const content = html`<p>${confirmText(question)}</p>
<form method="post">
<button name="action" value="confirm">Confirm</button>
</form>
<p class="note">If you did not ask for this, close this page: nothing is sent unless you confirm.</p>`;
    return { status: 200, title: 'Please confirm', from, said: null, content };
  }
  if (question.state === 'CONFIRMED') {
    const said = html`<p>You get ${what(question)} at ${question.address} (${question.title}).</p>`;
    const title = decided ? 'Thank you, it is confirmed' : 'This is confirmed already';
    return { status: 200, title, from, said, content: html`<p>You can close this page.</p>` };
  }
  const content = html`<p>This question was answered otherwise since, or waited too long. To subscribe, please sign up again.</p>`;
  return { status: 410, title: 'This link has expired', from, said: null, content };
}
