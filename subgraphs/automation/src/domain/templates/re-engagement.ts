import { interest, type WorkflowTemplate } from './template.ts';

/** No opening, click or reply on either channel, by somebody who had the time for it. */
const quiet = {
  all: [
    { not: { created: { within: 'P60D' } } },
    { not: { email: { did: [{ kinds: ['OPEN', 'CLICK'], within: 'P60D' }] } } },
    { not: { sms: { did: [{ kinds: ['CLICK', 'REPLY'], within: 'P60D' }] } } },
  ],
};

export const reEngagement: WorkflowTemplate = {
  key: 're-engagement',
  name: 'Re-engagement after 60 days',
  description:
    'Watches everybody who is written to, opens, clicks or replies, from then on. Who has not opened, clicked or replied on either channel for 60 days gets an email, and a text message two weeks later if they are still quiet. Ends as soon as they take an interest again, on any channel.',
  asksNotify: false,
  definition: {
    trigger: { activity: { kinds: ['SEND', ...interest] } },
    reentry: { after: 'P60D' },
    steps: [
      // Not on the heels of what they have just been sent.
      { key: 'a-day', wait: { for: 'P1D' } },
      { key: 'quiet', waitUntil: { filter: quiet, timeout: 'P1Y', onTimeout: 'active' } },
      {
        key: 'email',
        send: {
          channel: 'EMAIL',
          content: {
            subject: 'Shall we stay in touch?',
            text: 'Hello{{#display_name}} {{display_name}}{{/display_name}},\n\nwe have not heard from you for a while. Choose what you would like to hear about, or nothing at all:\n{{preferencesUrl}}\n',
          },
        },
      },
      {
        key: 'two-weeks',
        waitUntil: { activity: { kinds: [...interest] }, timeout: 'P14D', onTimeout: 'text-message' },
        next: 'back',
      },
      {
        key: 'text-message',
        send: {
          channel: 'SMS',
          content: {
            body: 'Hi{{#display_name}} {{display_name}}{{/display_name}}, shall we keep you posted? Reply YES to stay. Reply STOP to opt out.',
          },
        },
      },
      {
        key: 'last-week',
        waitUntil: { activity: { kinds: [...interest] }, timeout: 'P7D', onTimeout: 'still-quiet' },
        next: 'back',
      },
      { key: 'back', goal: { reason: 'took an interest again' } },
      { key: 'still-quiet', exit: { reason: 'still quiet' } },
      { key: 'active', exit: { reason: 'never quiet for 60 days' } },
    ],
  },
};
