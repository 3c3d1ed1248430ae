import { placeBehind } from '@ucp/kit/activity-place';
import { bitsOf } from '@ucp/kit/contact-bits';
import { contactId, contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { answerOfFacts, leafResolvers, plainAnswer } from '@ucp/kit/leaf';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';

const numbersOf = (account: number, ids: readonly string[] | null | undefined): number[] | null =>
  ids?.flatMap((id) => contactNoOf(account, id) ?? []) ?? null;

const told: Readonly<Record<string, string>> = {
  ENROLLED: 'Entered the workflow',
  COMPLETED: 'Completed the workflow',
  EXITED: 'Left the workflow',
  FAILED: 'Failed in the workflow',
};

/** What the timeline and audiences ask of automation. */
export const audienceResolvers: Resolvers = {
  LeafAudience: leafResolvers,
  Query: {
    behaviorAudience: async (_root, { predicates, contactIds }, { caller, reads }) => {
      const lists = await reads.behaviorFacts(caller, predicates, numbersOf(caller.account, contactIds));
      return lists.map(answerOfFacts);
    },
    workflowAudience: async (_root, { predicates, contactIds }, { caller, reads }) => {
      const conditions = predicates.map(({ id, state }) => ({
        workflowNo: recordNoOf('wf', caller.account, id),
        states: state ?? null,
      }));
      const sets = await reads.whoIsIn(caller.account, conditions, numbersOf(caller.account, contactIds));
      return sets.map((contactNos) => plainAnswer(bitsOf(contactNos)));
    },
    automationActivity: async (_root, { contactIds, first, before }, { caller, reads }) => {
      const place =
        before === null || before === undefined
          ? null
          : placeBehind('AUTOMATION', before, { least: '', greatest: '~' });
      const rows = await reads.happenings(caller.account, numbersOf(caller.account, contactIds) ?? [], first, place);
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
