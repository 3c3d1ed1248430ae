import type { WorkflowTemplate } from './template.ts';

export const cartAbandonment: WorkflowTemplate = {
  key: 'cart-abandonment',
  name: 'Cart abandonment',
  description:
    'Somebody clicks in an email and does not convert (behavior `conversion`) within 24 hours: they get a reminder by text message, or by email where they may not be texted. At most once in seven days.',
  asksNotify: false,
  definition: {
    trigger: { activity: { channels: ['EMAIL'], kinds: ['CLICK'] } },
    reentry: { after: 'P7D' },
    steps: [
      {
        key: 'conversion',
        waitUntil: { behavior: { name: 'conversion' }, timeout: 'PT24H', onTimeout: 'text-message' },
        next: 'bought',
      },
      {
        key: 'text-message',
        send: {
          channel: 'SMS',
          content: {
            body: 'Hi{{#display_name}} {{display_name}}{{/display_name}}, you left something behind. It is still there for you. Reply STOP to opt out.',
          },
          ifSkipped: 'GO_TO',
          skippedNext: 'email',
        },
        next: 'second-chance',
      },
      {
        key: 'email',
        send: {
          channel: 'EMAIL',
          content: {
            subject: 'You left something behind',
            text: 'Hello{{#display_name}} {{display_name}}{{/display_name}},\n\nyou had a look and did not finish. What you chose is still there for you.\n',
          },
        },
      },
      {
        key: 'second-chance',
        waitUntil: { behavior: { name: 'conversion' }, timeout: 'P3D', onTimeout: 'left' },
        next: 'bought',
      },
      { key: 'bought', goal: { reason: 'conversion' } },
      { key: 'left', exit: { reason: 'no conversion' } },
    ],
  },
};
