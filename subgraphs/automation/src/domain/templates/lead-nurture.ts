import type { WorkflowTemplate } from './template.ts';

export const leadNurture: WorkflowTemplate = {
  key: 'lead-nurture',
  name: 'Lead nurture',
  description:
    'Welcomes who signs up (behavior `signed_up`) by email, follows up two days later, and reminds by text message who has not clicked. Ends as soon as they convert (behavior `conversion`); who converted before does not enter.',
  asksNotify: false,
  definition: {
    trigger: { behavior: { name: 'signed_up' } },
    entry: { not: { behavior: { name: 'conversion' } } },
    reentry: { never: true },
    goal: { behavior: { name: 'conversion' } },
    steps: [
      {
        key: 'welcome',
        send: {
          channel: 'EMAIL',
          content: {
            subject: 'Welcome{{#display_name}}, {{display_name}}{{/display_name}}!',
            text: 'Hello{{#display_name}} {{display_name}}{{/display_name}},\n\nthank you for signing up. We are glad you are here.\n\nReply to this email with any question: a person will answer.\n',
          },
        },
      },
      { key: 'two-days', wait: { for: 'P2D' } },
      {
        key: 'follow-up',
        send: {
          channel: 'EMAIL',
          content: {
            subject: 'How to get started',
            text: 'Hello{{#display_name}} {{display_name}}{{/display_name}},\n\nmost people begin with one small step. Tell us what you are looking for, and we will suggest where to start.\n',
          },
        },
      },
      {
        key: 'interest',
        waitUntil: {
          activity: { channels: ['EMAIL'], kinds: ['CLICK'] },
          own: true,
          timeout: 'P3D',
          onTimeout: 'morning',
        },
        next: 'week',
      },
      { key: 'morning', wait: { untilTime: { at: '10:00', weekdays: [1, 2, 3, 4, 5] } } },
      {
        key: 'reminder',
        send: {
          channel: 'SMS',
          content: {
            body: 'Hi{{#display_name}} {{display_name}}{{/display_name}}, did you find what you were looking for? Reply to this message and we will help. Reply STOP to opt out.',
          },
        },
      },
      { key: 'week', wait: { for: 'P7D' } },
      { key: 'no-conversion', exit: { reason: 'no conversion' } },
    ],
  },
};
