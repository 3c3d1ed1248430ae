import type { Definition, Filter } from './definition.ts';
import { end } from './definition.ts';
import { runStep } from './run-step.ts';
import type { Consequence, Effect, EffectAnswer, Leaving, Note, Standing, WaitsFor } from './step-outcome.ts';
import type { WaitFacts } from './wait-time.ts';

/** A message that a step asked for, as it is to be kept. */
export interface MessageDraft {
  readonly step: string;
  readonly channel: string;
  readonly answer: Extract<EffectAnswer, { is: 'SEND' }>;
  readonly sendId: string | null;
  readonly sentAt: Date | null;
}

/** Where a way ends for now. */
export type Settled =
  | {
      readonly is: 'WAITS';
      readonly step: string;
      readonly since: Date;
      readonly dueAt: Date | null;
      readonly waitsFor: WaitsFor | null;
    }
  /** Stands still where it is, and is looked at again when that is over. `parked` null: it is over already. */
  | {
      readonly is: 'PARKS';
      readonly parked: 'PAUSED' | 'MERGED' | null;
      readonly dueAt: Date;
      readonly waitsFor: WaitsFor | null;
    }
  /** Could not be asked what it must ask: it stands where it is, and is looked at again. */
  | { readonly is: 'LATER'; readonly dueAt: Date }
  | Leaving;

/** An enrollment on its way, in memory: what it did is written when it must wait. */
export interface Way {
  standing: Standing;
  readonly definition: Definition;
  readonly notes: Note[];
  readonly messages: MessageDraft[];
  readonly consequences: { readonly step: string; readonly consequence: Consequence }[];
  readonly answers: Map<Filter, boolean | null>;
  facts: WaitFacts | null | undefined;
  answer: EffectAnswer | undefined;
  /**
   * When a message left, as of which it goes on, where that was before now: whoever was at it before has died, and what somebody did
   * upon the message since then is not missed. Null: it goes on as of now.
   */
  since: Date | null;
  settled: Settled | null;
}

/** What a way cannot go on without. */
export type Asked =
  | { readonly is: 'FILTERS' }
  | { readonly is: 'FACTS' }
  | { readonly is: 'EFFECT'; readonly effect: Effect };

export const wayFrom = (standing: Standing, definition: Definition): Way => ({
  standing,
  definition,
  notes: [],
  messages: [],
  consequences: [],
  answers: new Map(),
  facts: undefined,
  answer: undefined,
  since: null,
  settled: null,
});

/** Goes from step to step until something must be asked or waited for. @returns what it asks; null: it is settled */
export function goOn(way: Way, now: Date): Asked | null {
  while (way.settled === null) {
    const { standing } = way;
    const matches = (filter: Filter) => way.answers.get(filter);
    const outcome = runStep(standing, way.definition, { matches, facts: way.facts, answer: way.answer }, now);
    switch (outcome.is) {
      case 'ASKS_FILTERS':
        return { is: 'FILTERS' };
      case 'ASKS_FACTS':
        return { is: 'FACTS' };
      case 'ASKS':
        return { is: 'EFFECT', effect: outcome.effect };
      case 'LEAVES':
        way.notes.push(outcome.note);
        way.settled = outcome;
        break;
      case 'WAITS': {
        if (outcome.note !== null) way.notes.push(outcome.note);
        const { dueAt, waitsFor } = outcome;
        way.settled = { is: 'WAITS', step: standing.step, since: standing.since, dueAt, waitsFor };
        break;
      }
      case 'GOES':
        way.notes.push(outcome.note);
        if (outcome.consequence !== undefined)
          way.consequences.push({ step: standing.step, consequence: outcome.consequence });
        if (changesFacts(way, outcome.consequence)) forget(way);
        way.answer = undefined;
        way.since = leftBefore(way, now);
        way.standing = arrivedAt(standing, outcome.next, way.since ?? now);
    }
  }
  return null;
}

/** Whether what was done may change what filters and facts say. */
const changesFacts = ({ answer }: Way, consequence: Consequence | undefined): boolean =>
  answer?.is === 'CHANGE' || consequence?.is === 'START_WORKFLOW' || consequence?.is === 'STOP_WORKFLOW';

/** Behind a wait time has passed. */
function leftBefore({ standing: { step }, definition, messages, since }: Way, now: Date): Date | null {
  const { is } = definition.steps.find(({ key }) => key === step) ?? {};
  if (is === 'WAIT' || is === 'WAIT_UNTIL') return null;
  if (is !== 'SEND') return since;
  const sentAt = messages.findLast((message) => message.step === step)?.sentAt ?? null;
  return sentAt !== null && sentAt < now ? sentAt : since;
}

function forget(way: Way): void {
  way.answers.clear();
  way.facts = undefined;
}

const arrivedAt = (
  { enrollmentNo, workflowNo, version, contactNo, before }: Standing,
  step: string,
  since: Date,
): Standing => ({
  enrollmentNo,
  workflowNo,
  version,
  contactNo,
  before,
  step,
  hasArrived: true,
  since,
  wokenBy: null,
  messageStatus: null,
});

/** Leaves as failed: staff should look. */
export function failWay(way: Way): void {
  const note: Note = {
    step: way.standing.step,
    decision: 'failed',
    detail: 'The step failed inside; the log of the system tells why.',
  };
  way.notes.push(note);
  way.settled = { is: 'LEAVES', state: 'FAILED', reason: 'step failed', note };
}

/** Leaves at once, whatever it was about to do. */
export function stopWay(way: Way, reason: string, detail: string): void {
  const step = way.standing.step === end ? (way.definition.steps.at(-1)?.key ?? end) : way.standing.step;
  const note: Note = { step, decision: 'stopped', detail };
  way.notes.push(note);
  way.settled = { is: 'LEAVES', state: 'EXITED', reason, note };
}

/** Whoever was erased or archived meanwhile is told of no more, and starts and stops nothing: it was not done yet. */
export function tellNobody({ notes, consequences }: Way): void {
  const undone = new Set(consequences.map(({ step }) => step));
  const left = notes.filter(({ step }) => !undone.has(step));
  notes.splice(0, notes.length, ...left);
  consequences.length = 0;
}
