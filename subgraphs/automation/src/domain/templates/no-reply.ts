import type { WorkflowTemplate } from './template.ts';

export const noReply: WorkflowTemplate = {
  key: 'no-reply',
  name: 'No reply to the follow-up',
  description:
    'Follows up on an inquiry (behavior `inquiry`) by text message. Who does not reply to it within two days gets a message with an incentive, by email where they may not be texted. At most once in 30 days.',
  asksNotify: false,
  definition: {
    trigger: { behavior: { name: 'inquiry' } },
    reentry: { after: 'P30D' },
    steps: [
      {
        key: 'follow-up',
        send: {
          channel: 'SMS',
          content: {
            body: 'Hi{{#display_name}} {{display_name}}{{/display_name}}, thank you for your inquiry. Shall we call you? Reply YES or ask us anything. Reply STOP to opt out.',
          },
          ifSkipped: 'GO_TO',
          skippedNext: 'incentive-by-email',
        },
      },
      {
        key: 'reply',
        waitUntil: {
          activity: { channels: ['SMS'], kinds: ['REPLY'] },
          own: true,
          timeout: 'P2D',
          onTimeout: 'incentive',
        },
        next: 'replied',
      },
      {
        key: 'incentive',
        send: {
          channel: 'SMS',
          content: {
            body: 'Still thinking it over? Reply within a week and 10% off your first order is yours. Reply STOP to opt out.',
          },
          ifSkipped: 'GO_TO',
          skippedNext: 'incentive-by-email',
        },
        next: 'answer',
      },
      {
        key: 'incentive-by-email',
        send: {
          channel: 'EMAIL',
          content: {
            subject: '10% off, because you asked',
            text: 'Hello{{#display_name}} {{display_name}}{{/display_name}},\n\nthank you for your inquiry. Write to us within a week and 10% off your first order is yours.\n',
          },
        },
      },
      {
        key: 'answer',
        waitUntil: { activity: { kinds: ['REPLY', 'CLICK'] }, own: true, timeout: 'P7D', onTimeout: 'silent' },
      },
      { key: 'replied', goal: { reason: 'replied' } },
      { key: 'silent', exit: { reason: 'no reply' } },
    ],
  },
};
