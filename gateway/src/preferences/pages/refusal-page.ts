import { html } from '../../pages/html.ts';
import type { Page } from '../../pages/layout.ts';

const refusal = (status: number, title: string, text: string): Page => ({
  status,
  title,
  from: null,
  said: null,
  content: html`<p>${text}</p>`,
});

/** Says the same of every link that is none, so that nothing can be learned by trying. */
export const unknownPage: Page = refusal(
  404,
  'This link is not valid',
  'Please check that the whole link was copied, or use the one of a newer message.',
);
export const unreadablePage = (wanted: string): Page => refusal(400, 'The request cannot be read', wanted);
export const tooLargePage = (limit: number): Page =>
  refusal(413, 'The request is too large', `A request here may have at most ${limit} bytes.`);
export const tooOftenPage: Page = refusal(
  429,
  'Too many requests',
  'This link was used very often in a short time. Please try again in a minute.',
);
export const unavailablePage: Page = refusal(
  503,
  'Please try again',
  'This page is not available at the moment. It is safe to try again in a few minutes.',
);
export const failedPage: Page = refusal(500, 'Something went wrong', 'Please try again in a few minutes.');
