import { bitsOf } from '@ucp/kit/contact-bits';
import { answerOfFacts, type LeafAnswer, type LeafFact, plainAnswer } from '@ucp/kit/leaf';
import type { Context } from './context.ts';
import { behaviorsThatMeet, type DidBehavior } from './domain/behavior-history.ts';
import { recordsRead } from './store/contact-records.ts';

type Asking = Pick<Context, 'caller' | 'asOf' | 'load' | 'reads'>;

/** Which of a few contacts did what each condition asks, now: out of the newest they did, and by SQL where that does not tell. */
export async function behaviorAnswers(
  context: Asking,
  conditions: readonly DidBehavior[],
  named: readonly number[],
): Promise<LeafAnswer[]> {
  const { load, reads } = context;
  const histories = await Promise.all(named.map(load.behaviorHistory));
  const told = conditions.map((condition) => {
    const facts: LeafFact[] = [];
    for (const [i, contact] of named.entries()) {
      const history = histories[i];
      const met = history === undefined ? null : behaviorsThatMeet(history, condition);
      if (met === null) return null;
      facts.push(...met.map(({ at, name }) => ({ contact, at, channel: null, kind: name.toUpperCase() })));
    }
    return facts;
  });
  const open = conditions.filter((_, i) => told[i] === null);
  const rest = open.length === 0 ? [] : await reads.behaviorFacts(context, open, named);
  return conditions.map((condition, i) => answerOfFacts(told[i] ?? rest[open.indexOf(condition)] ?? []));
}

interface InWorkflow {
  readonly workflowNo: number | null;
  readonly states: readonly string[] | null;
}

/** Which of a few contacts are or were in a workflow: out of their newest enrollments, and by SQL for who has more. */
export async function workflowAnswers(
  context: Asking,
  conditions: readonly InWorkflow[],
  named: readonly number[],
): Promise<LeafAnswer[]> {
  const { load, reads } = context;
  const lists = await Promise.all(named.map((no) => load.enrollments(no, recordsRead, null)));
  const more = named.filter((_, i) => (lists[i]?.length ?? 0) === recordsRead);
  const rest = more.length === 0 ? [] : await reads.whoIsIn(context, conditions, more);
  return conditions.map(({ workflowNo, states }, i) => {
    const within = named.filter((_, place) =>
      lists[place]?.some(
        ({ workflow, state }) => workflow.workflowNo === workflowNo && (states === null || states.includes(state)),
      ),
    );
    return plainAnswer(bitsOf([...within, ...(rest[i] ?? [])]));
  });
}
