import { payloadOf, type UserError } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import { archiveWorkflow } from '../actions/end-workflow.ts';
import { moveEnrollments } from '../actions/move-enrollments.ts';
import { pauseWorkflow, resumeWorkflow } from '../actions/pause-workflow.ts';
import { publishWorkflow } from '../actions/publish-workflow.ts';
import { type Changed, saveWorkflow } from '../actions/save-workflow.ts';
import { readDefinition } from '../domain/read-definition.ts';
import { inOrderOf } from '../domain/step-order.ts';
import { definitionFrom, workflowTemplates } from '../domain/templates/templates.ts';

/** What is wrong with a definition as mistakes of whoever asked; `place` is where the definition stands. */
const told = (
  { workflow, problems }: Changed,
  place: readonly string[],
): { readonly workflow: Changed['workflow']; readonly userErrors: UserError[] } => ({
  workflow,
  userErrors: problems.map(({ path, message }) => ({ code: 'BAD_USER_INPUT', field: [...place, ...path], message })),
});

/** Workflows: what they do, who stands where, and how they change. */
export const workflowResolvers: Resolvers = {
  Workflow: {
    id: ({ workflowNo }, _args, { caller }) => recordId('wf', caller.account, workflowNo),
    definition: (workflow, _args, { load }) => load.definition.load(workflow),
    versions: ({ workflowNo }, _args, { load }) => load.versions.load(workflowNo),
    standing: async ({ workflowNo }, _args, { load }) => {
      const [rows, [newest]] = await Promise.all([load.standing.load(workflowNo), load.versions.load(workflowNo)]);
      return inOrderOf(newest === undefined ? null : await load.definition.load(newest), rows);
    },
    rehearsal: async (workflow, { over }, { load, rehearse }) => {
      const definition = await load.definition.load(workflow);
      return definition === null ? null : rehearse({ ...workflow, definition: readDefinition(definition) }, over);
    },
  },
  WorkflowVersion: {
    definition: (version, _args, { load }) => load.definition.load(version),
  },
  Query: {
    workflow: (_root, { id }, { caller, reads }) => {
      const workflowNo = recordNoOf('wf', caller.account, id);
      return workflowNo === null ? null : reads.workflowByNo(caller.account, workflowNo);
    },
    workflows: (_root, _args, { caller, reads }) => reads.workflows(caller.account),
    segmentUses: async (_root, { id, listening }, { caller, reads }) => {
      const segmentNo = recordNoOf('seg', caller.account, id);
      const names = segmentNo === null ? [] : await reads.segmentUsers(caller.account, segmentNo, listening);
      return names.map((name) => `the workflow "${name}"`);
    },
    workflowTemplates: () => [...workflowTemplates],
  },
  Mutation: {
    workflowSave: (_root, { input }, { caller, db }) =>
      payloadOf(async () => {
        const { id, name, definition = null } = input;
        const workflowNo = id === null || id === undefined ? undefined : recordNoOf('wf', caller.account, id);
        return told(await saveWorkflow(db, caller.account, { workflowNo, name, definition }), ['input', 'definition']);
      }),
    workflowCreateFromTemplate: (_root, { template, name, notify }, { caller, db }) =>
      payloadOf(async () => {
        const definition = definitionFrom(template, notify ?? null);
        return told(await saveWorkflow(db, caller.account, { workflowNo: undefined, name, definition }), [
          'definition',
        ]);
      }),
    workflowPublish: (_root, { id }, { caller, db, peers }) =>
      payloadOf(async () =>
        told(await publishWorkflow({ db, peers }, caller.account, recordNoOf('wf', caller.account, id)), [
          'definition',
        ]),
      ),
    workflowPause: (_root, { id }, { caller, db }) =>
      payloadOf(async () => ({
        workflow: await pauseWorkflow(db, caller.account, recordNoOf('wf', caller.account, id)),
      })),
    workflowResume: (_root, { id }, { caller, db }) =>
      payloadOf(async () => ({
        workflow: await resumeWorkflow(db, caller.account, recordNoOf('wf', caller.account, id)),
      })),
    workflowArchive: (_root, { id, leavers }, { caller, db, announce }) =>
      payloadOf(async () => {
        const workflow = await archiveWorkflow(db, caller.account, recordNoOf('wf', caller.account, id), leavers);
        announce();
        return { workflow };
      }),
    enrollmentsMove: (_root, { workflowId }, { caller, db, announce }) =>
      payloadOf(async () => {
        const moved = await moveEnrollments(db, caller.account, recordNoOf('wf', caller.account, workflowId));
        announce();
        return { moved };
      }),
  },
};
