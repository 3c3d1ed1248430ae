import { placeBehind } from '@ucp/kit/activity-place';
import type { Caller } from '@ucp/kit/caller';
import { bitsOf } from '@ucp/kit/contact-bits';
import { notFound } from '@ucp/kit/errors';
import { contactId, contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { answerOfFacts, leafResolvers, plainAnswer } from '@ucp/kit/leaf';
import { pageLimits } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import { behaviorAnswers, workflowAnswers } from '../contact-answers.ts';
import type { Context } from '../context.ts';

const numbersOf = (account: number, ids: readonly string[] | null | undefined): number[] | null =>
  ids === null || ids === undefined ? null : [...new Set(ids.flatMap((id) => contactNoOf(account, id) ?? []))];

/** Whether the profiles of these contacts tell it: contacts of a page, asked about now. */
const isFew = ({ at }: Caller, named: readonly number[] | null): named is readonly number[] =>
  named !== null && named.length <= pageLimits.most && at === undefined;

const told: Readonly<Record<string, string>> = {
  ENROLLED: 'Entered the workflow',
  COMPLETED: 'Completed the workflow',
  EXITED: 'Left the workflow',
  FAILED: 'Failed in the workflow',
};

/** @throws CodedError NOT_FOUND: a workflow that is none would match nobody without a word */
async function demandKnown(
  { caller, reads }: Pick<Context, 'caller' | 'reads'>,
  conditions: readonly { readonly workflowNo: number | null }[],
): Promise<void> {
  const known = await reads.knownWorkflows(
    caller.account,
    conditions.flatMap(({ workflowNo }) => workflowNo ?? []),
  );
  const unknown = conditions.findIndex(({ workflowNo }) => workflowNo === null || !known.has(workflowNo));
  if (unknown >= 0) throw notFound(['predicates', String(unknown), 'id'], 'The account has no workflow of this id');
}

/** What the timeline and audiences ask of automation. */
export const audienceResolvers: Resolvers = {
  LeafAudience: leafResolvers,
  Query: {
    behaviorAudience: async (_root, { predicates, contactIds }, context) => {
      const { caller, reads } = context;
      const named = numbersOf(caller.account, contactIds);
      if (isFew(caller, named)) return behaviorAnswers(context, predicates, named);
      const lists = await reads.behaviorFacts(context, predicates, named);
      return lists.map(answerOfFacts);
    },
    workflowAudience: async (_root, { predicates, contactIds }, context) => {
      const { caller, reads } = context;
      const conditions = predicates.map(({ id, state }) => ({
        workflowNo: recordNoOf('wf', caller.account, id),
        states: state ?? null,
      }));
      const named = numbersOf(caller.account, contactIds);
      // A filter is checked by a question for nobody; what is known once stays, and need not be asked for each profile.
      if (named === null || named.length === 0) await demandKnown(context, conditions);
      if (isFew(caller, named)) return workflowAnswers(context, conditions, named);
      const sets = await reads.whoIsIn(context, conditions, named);
      return sets.map((contactNos) => plainAnswer(bitsOf(contactNos)));
    },
    automationActivity: async (_root, { contactIds, first, before }, { caller, load, reads }) => {
      const place =
        before === null || before === undefined
          ? null
          : placeBehind('AUTOMATION', before, { least: '', greatest: '~' });
      const named = numbersOf(caller.account, contactIds) ?? [];
      const known = await Promise.all(named.map((contactNo) => load.happenings(contactNo, first, place)));
      const open = named.filter((_, i) => (known[i] ?? null) === null);
      const rows = [
        ...named.flatMap((asked, i) => (known[i] ?? []).map((each) => ({ ...each, asked }))),
        ...(open.length === 0 ? [] : await reads.happenings(caller.account, open, first, place)),
      ];
      return rows.map(({ asked, id, at, kind, name, details }) => ({
        id: `AUTOMATION.${id}`,
        contactId: contactId(caller.account, asked),
        at,
        channel: null,
        kind,
        summary:
          told[kind] === undefined
            ? name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())
            : `${told[kind]} “${name}”`,
        details,
        messageId: null,
      }));
    },
  },
};
