import { payloadOf } from '@ucp/kit/errors';
import { contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { commonScalars } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import { saveCampaign } from './actions/campaign.ts';
import { recordEnrollments } from './actions/record-enrollments.ts';
import { track } from './actions/track.ts';
import { publishWorkflow, saveWorkflow } from './actions/workflow.ts';
import { audienceResolvers } from './resolvers/audience.ts';
import { contactResolvers } from './resolvers/contact.ts';

export const resolvers: Resolvers = {
  ...commonScalars,
  ...contactResolvers,
  ...audienceResolvers,
  Query: {
    ...audienceResolvers.Query,
    workflow: (_root, { id }, { caller, reads }) => {
      const workflowNo = recordNoOf('wf', caller.account, id);
      return workflowNo === null ? null : reads.workflowByNo(caller.account, workflowNo);
    },
    workflows: (_root, _args, { caller, reads }) => reads.workflows(caller.account),
    enrollment: (_root, { id }, { caller, load }) => {
      const enrollmentNo = recordNoOf('enr', caller.account, id);
      return enrollmentNo === null ? null : load.enrollment.load(enrollmentNo);
    },
    campaigns: (_root, _args, { caller, reads }) => reads.campaigns(caller.account),
  },
  Mutation: {
    behaviorsTrack: async (_root, { events }, { caller, db, announce }) => {
      const payload = await payloadOf(() => track(db, caller.account, events));
      announce();
      return payload;
    },
    workflowSave: (_root, { input }, { caller, db }) =>
      payloadOf(async () => {
        const workflowNo =
          input.id === null || input.id === undefined ? undefined : recordNoOf('wf', caller.account, input.id);
        return { workflow: await saveWorkflow(db, caller.account, workflowNo, input.name) };
      }),
    workflowPublish: (_root, { id }, { caller, db }) =>
      payloadOf(async () => ({
        workflow: await publishWorkflow(db, caller.account, recordNoOf('wf', caller.account, id)),
      })),
    enrollmentsRecord: (_root, { enrollments }, { caller, db, load, announce, refresh }) =>
      payloadOf(async () => {
        const records = enrollments.map((record) => {
          const contactNo = contactNoOf(caller.account, record.contactId);
          const workflowNo = recordNoOf('wf', caller.account, record.workflowId);
          return contactNo === null || workflowNo === null
            ? null
            : { ...record, log: record.log ?? [], contactNo, workflowNo };
        });
        const numbers = await recordEnrollments(db, caller.account, records, refresh);
        announce();
        const rows = await Promise.all(numbers.map((no) => load.enrollment.load(no)));
        return { enrollments: rows.flatMap((row) => row ?? []) };
      }),
    campaignSet: (_root, { input }, { caller, db }) =>
      payloadOf(async () => ({ campaign: await saveCampaign(db, caller.account, input) })),
  },
};
