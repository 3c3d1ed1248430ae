import { notFound, payloadOf } from '@ucp/kit/errors';
import { contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { commonScalars } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import { saveCampaign } from './actions/campaign.ts';
import { startEnrollment, stopEnrollment } from './actions/enroll.ts';
import { recordEnrollments } from './actions/record-enrollments.ts';
import { audienceResolvers } from './resolvers/audience.ts';
import { contactResolvers } from './resolvers/contact.ts';
import { endpointResolvers } from './resolvers/endpoint.ts';
import { workflowResolvers } from './resolvers/workflow.ts';

export const resolvers: Resolvers = {
  ...commonScalars,
  ...contactResolvers,
  ...audienceResolvers,
  ...workflowResolvers,
  ...endpointResolvers,
  Query: {
    ...audienceResolvers.Query,
    ...workflowResolvers.Query,
    ...endpointResolvers.Query,
    enrollment: (_root, { id }, { caller, load }) => {
      const enrollmentNo = recordNoOf('enr', caller.account, id);
      return enrollmentNo === null ? null : load.enrollment.load(enrollmentNo);
    },
    campaigns: (_root, _args, { caller, reads }) => reads.campaigns(caller.account),
  },
  Mutation: {
    ...workflowResolvers.Mutation,
    ...endpointResolvers.Mutation,
    behaviorsTrack: (_root, { events }, { caller, track }) => payloadOf(() => track(caller.account, events)),
    enrollmentStart: (_root, { workflowId, contactId }, { caller, db, startNow, refresh, load, announce }) =>
      payloadOf(async () => {
        const workflowNo = recordNoOf('wf', caller.account, workflowId);
        const contactNo = contactNoOf(caller.account, contactId);
        const options = { db, startNow, refresh };
        const enrollmentNo = await startEnrollment(options, caller.account, workflowNo, contactNo);
        announce();
        return { enrollment: await load.enrollment.load(enrollmentNo) };
      }),
    enrollmentStop: (_root, { id, reason }, { caller, db, load, announce }) =>
      payloadOf(async () => {
        const enrollmentNo = recordNoOf('enr', caller.account, id);
        if (enrollmentNo !== null) await stopEnrollment(db, caller.account, enrollmentNo, reason ?? null);
        announce();
        const enrollment = enrollmentNo === null ? null : await load.enrollment.load(enrollmentNo);
        if (enrollment === null) throw notFound(['id'], 'The account has no enrollment of this id');
        return { enrollment };
      }),
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
