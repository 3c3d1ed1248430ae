import { after, parseDuration } from '@ucp/kit/duration';
import type { Definition, Next, Skipped, Step } from './definition.ts';
import { end } from './definition.ts';
import { definitionLimits, limits } from './limits.ts';
import { drawn } from './split.ts';
import { type Known, type Leaving, type Note, type Standing, type StepOutcome, sendKey } from './step-outcome.ts';
import { asksContact, endOfWait } from './wait-time.ts';

const leaves = (
  step: string,
  state: Leaving['state'],
  reason: string,
  decision: string,
  detail: string | null = null,
): Leaving => ({
  is: 'LEAVES',
  state,
  reason,
  note: { step, decision, detail },
});

/** One step of one enrollment: what it decides by what is known, or what it must ask first. */
export function runStep(standing: Standing, definition: Definition, known: Known, now: Date): StepOutcome {
  const { step: key } = standing;
  const isAtGoal = definition.goal === null ? false : known.matches(definition.goal);
  if (isAtGoal === undefined) return { is: 'ASKS_FILTERS' };
  if (isAtGoal === true) return leaves(key, 'COMPLETED', 'goal', 'goal', 'The contact matches the goal.');
  const mustLeave = definition.exit === null ? false : known.matches(definition.exit);
  if (mustLeave === undefined) return { is: 'ASKS_FILTERS' };
  if (mustLeave === true) return leaves(key, 'EXITED', 'exit rule', 'exit', 'The contact matches the exit rule.');
  if (key === end) return leaves(key, 'COMPLETED', 'end', 'ended');
  const step = definition.steps.find((each) => each.key === key);
  if (step === undefined) return leaves(key, 'FAILED', 'step is gone', 'failed', 'The workflow has no such step.');
  if (step.is === 'WAIT') return wait(step, standing, known, now);
  if (step.is === 'WAIT_UNTIL') return waitUntil(step, standing, known, now);
  if (step.is === 'SEND') return send(step, standing, known, now);
  return decide(step, standing, known);
}

function wait(
  step: Extract<Step, { is: 'WAIT' }>,
  { hasArrived, since }: Standing,
  { facts }: Known,
  now: Date,
): StepOutcome {
  if (asksContact(step.wait) && facts === undefined) return { is: 'ASKS_FACTS' };
  if (facts === null) return leavesGone(step.key);
  const dueAt = endOfWait(step.wait, since, facts ?? null);
  const until = dueAt.toISOString();
  if (dueAt <= now) return goes(step.key, step.next, 'waited', `Until ${until}.`);
  return { is: 'WAITS', dueAt, waitsFor: null, note: hasArrived ? noted(step.key, 'waits', `Until ${until}.`) : null };
}

function waitUntil(
  step: Extract<Step, { is: 'WAIT_UNTIL' }>,
  { hasArrived, since, wokenBy }: Standing,
  { matches }: Known,
  now: Date,
): StepOutcome {
  const { key, awaited } = step;
  const timeout = after(since, parseDuration(step.timeout));
  if (awaited.is === 'FILTER') {
    const isSo = matches(awaited.filter);
    if (isSo === undefined) return { is: 'ASKS_FILTERS' };
    if (isSo === true) return goes(key, step.next, 'happened', 'The contact matches.');
  } else if (wokenBy !== null) return goes(key, step.next, 'happened', wokenBy);
  if (timeout <= now) return goes(key, step.onTimeout, 'timed-out', `Nothing happened until ${timeout.toISOString()}.`);
  const waitsFor = awaited.is === 'FILTER' ? 'FILTER' : 'EVENT';
  const note = hasArrived ? noted(key, 'waits', `Until ${timeout.toISOString()} at the latest.`) : null;
  return { is: 'WAITS', dueAt: timeout, waitsFor, note };
}

function send(step: Extract<Step, { is: 'SEND' }>, standing: Standing, { answer }: Known, now: Date): StepOutcome {
  const { key, message, ifSkipped, next } = step;
  const before = standing.messageStatus === null ? standing.before?.sent.get(key)?.status : undefined;
  const messageStatus = standing.messageStatus ?? before ?? null;
  const detail = before === undefined ? null : notAgain;
  const dueAt = after(standing.since, parseDuration(definitionLimits.messageWaits));
  // Whoever was moved from another version comes anew to a step that may have asked for its message there.
  if (!standing.hasArrived || messageStatus !== null) {
    if ((messageStatus === null || messageStatus === 'QUEUED') && ifSkipped.is !== 'CONTINUE') {
      if (dueAt <= now) return skipped(key, ifSkipped, next, 'SKIPPED', `It had not left by ${dueAt.toISOString()}.`);
      const note = detail === null ? null : ofMessage(key, 'queued', detail);
      return { is: 'WAITS', dueAt: standing.hasArrived ? soon(now, dueAt) : dueAt, waitsFor: 'SEND', note };
    }
    if (messageStatus === 'SKIPPED' || messageStatus === 'FAILED')
      return skipped(key, ifSkipped, next, messageStatus, null);
    return { is: 'GOES', next, note: ofMessage(key, messageStatus === 'QUEUED' ? 'queued' : 'sent', detail) };
  }
  if (answer?.is !== 'SEND') return { is: 'ASKS', effect: { is: 'SEND', key: sendKey(standing), message } };
  if (answer.status === 'SKIPPED' || answer.status === 'FAILED')
    return skipped(key, ifSkipped, next, answer.status, answer.detail ?? answer.skippedBecause);
  const note = ofMessage(key, answer.status === 'SENT' ? 'sent' : 'queued', answer.detail);
  if (ifSkipped.is === 'CONTINUE' || answer.status === 'SENT') return { is: 'GOES', next, note };
  return { is: 'WAITS', dueAt, waitsFor: 'SEND', note };
}

/** Its channel may have told of it at this very moment, and have seen nobody wait for it. */
const soon = (now: Date, dueAt: Date): Date => new Date(Math.min(now.getTime() + limits.lookAgain, dueAt.getTime()));

function skipped(
  step: string,
  rule: Skipped,
  next: Next,
  status: 'SKIPPED' | 'FAILED',
  detail: string | null,
): StepOutcome {
  const note = ofMessage(step, status.toLowerCase(), detail);
  if (rule.is === 'EXIT') return { is: 'LEAVES', state: 'EXITED', reason: `message ${status.toLowerCase()}`, note };
  return { is: 'GOES', next: rule.is === 'GO_TO' ? rule.next : next, note };
}

/** Steps that neither wait nor send. */
function decide(
  step: Exclude<Step, { is: 'WAIT' | 'WAIT_UNTIL' | 'SEND' }>,
  standing: Standing,
  { matches, facts, answer }: Known,
): StepOutcome {
  const { key } = step;
  if ('next' in step && telling.has(step.is) && standing.before?.told.has(key))
    return goes(key, step.next, 'done-before', notAgain);
  switch (step.is) {
    case 'BRANCH': {
      for (const { name, when, next } of step.paths) {
        const isSo = matches(when);
        if (isSo === undefined) return { is: 'ASKS_FILTERS' };
        if (isSo === null)
          return leaves(key, 'FAILED', 'filter', 'failed', `What the way "${name}" asks for is not there any more.`);
        if (isSo) return goes(key, next, `branch:${name}`, null);
      }
      return goes(key, step.otherwise, 'branch:otherwise', null);
    }
    case 'SPLIT': {
      const path = drawn(step.paths, step.seed ?? `${standing.workflowNo}:${key}`, standing.contactNo);
      if (path === undefined) return leaves(key, 'FAILED', 'split', 'failed', 'The step has no way to go.');
      return goes(key, path.next, `split:${path.name}`, null);
    }
    case 'SET_FIELD':
      if (answer?.is !== 'CHANGE')
        return { is: 'ASKS', effect: { is: 'SET_FIELD', field: step.field, value: step.value } };
      return goes(key, step.next, answer.problem === null ? 'set' : 'not-set', answer.problem ?? step.field);
    case 'TAGS':
      if (answer?.is !== 'CHANGE') return { is: 'ASKS', effect: { is: 'TAGS', add: step.add, remove: step.remove } };
      return goes(key, step.next, answer.problem === null ? 'tagged' : 'not-tagged', answer.problem);
    case 'START_WORKFLOW':
    case 'STOP_WORKFLOW': {
      const { is, workflowId } = step;
      return {
        ...goes(key, step.next, is === 'START_WORKFLOW' ? 'started' : 'stopped', workflowId),
        consequence: { is, workflowId },
      };
    }
    case 'WEBHOOK': {
      const { endpoint, data } = step;
      return { ...goes(key, step.next, 'told', endpoint), consequence: { is: 'WEBHOOK', endpoint, data } };
    }
    case 'NOTIFY': {
      if (facts === undefined) return { is: 'ASKS_FACTS' };
      if (facts === null) return leavesGone(key);
      const { to, text } = step;
      return {
        ...goes(key, step.next, 'notified', 'email' in to ? to.email : to.endpoint),
        consequence: { is: 'NOTIFY', to, text },
      };
    }
    case 'GOAL':
      return leaves(key, 'COMPLETED', step.reason, 'goal');
    case 'EXIT':
      return leaves(key, 'EXITED', step.reason, 'exit');
  }
}

/** Steps that are not done twice for an enrollment, whatever version it is moved to. */
const telling: ReadonlySet<Step['is']> = new Set(['START_WORKFLOW', 'STOP_WORKFLOW', 'WEBHOOK', 'NOTIFY']);
/** Why a step of an enrollment that was moved does nothing. */
const notAgain = 'It was done before the move to this version, and is not done again.';
const noted = (step: string, decision: string, detail: string | null): Note => ({ step, decision, detail });
const ofMessage = (step: string, decision: string, detail: string | null): Note => ({
  ...noted(step, decision, detail),
  ofMessage: true,
});
const goes = (step: string, next: Next, decision: string, detail: string | null) =>
  ({ is: 'GOES', next, note: noted(step, decision, detail) }) as const;
/** Why somebody leaves of whom nothing is known any more. */
export const gone = {
  reason: 'contact is gone',
  erased: 'The contact was erased.',
  archived: 'The contact was archived.',
  either: 'The contact was erased or archived.',
} as const;
const leavesGone = (step: string): Leaving => leaves(step, 'EXITED', gone.reason, 'exit', gone.either);
