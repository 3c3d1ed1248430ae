import { interest, type WorkflowTemplate } from './template.ts';

export const engagementAlert: WorkflowTemplate = {
  key: 'engagement-alert',
  name: 'Alert: engaged on several channels',
  description:
    'Somebody opens or clicks an email and clicks or replies to a text message within one hour: a person of the staff is told at once, by email or at an endpoint, once an hour at most for the same contact.',
  asksNotify: true,
  definition: {
    trigger: { activity: { kinds: [...interest] } },
    entry: {
      together: {
        within: 'PT1H',
        all: [
          { email: { did: [{ kinds: ['OPEN', 'CLICK'], within: 'PT1H' }] } },
          { sms: { did: [{ kinds: ['CLICK', 'REPLY'], within: 'PT1H' }] } },
        ],
      },
    },
    reentry: { after: 'PT1H' },
    steps: [
      {
        key: 'tell',
        notify: {
          text: '{{display_name}} (contact {{contact.id}}) engaged on email and text message within the last hour. Now is a good moment to call.',
        },
      },
      { key: 'told', goal: { reason: 'staff was told' } },
    ],
  },
};
