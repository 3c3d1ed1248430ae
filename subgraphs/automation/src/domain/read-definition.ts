import type {
  ActivityCondition,
  Awaited,
  BehaviorCondition,
  DateCondition,
  Definition,
  Next,
  Step,
  StepAction,
  Trigger,
  Wait,
} from './definition.ts';
import { end } from './definition.ts';
import { type DefinitionDocument, documentOf, type StepDocument } from './definition-document.ts';

/**
 * What a workflow does, out of its stored JSON: every default filled in, every `next` the key of a step or `end`. Only for what
 * `checkDefinition` let through.
 * @throws Error where it has not the form
 */
export function readDefinition(json: unknown): Definition {
  const { trigger, entry, reentry, goal, exit, steps } = documentOf(json);
  return {
    trigger: triggerOf(trigger),
    entry: entry ?? null,
    reentry: { after: reentry.after ?? null },
    goal: goal ?? null,
    exit: exit ?? null,
    steps: steps.map((step, i): Step => ({ key: step.key, ...actionOf(step, step.next ?? steps[i + 1]?.key ?? end) })),
  };
}

function triggerOf({ activity, behavior, segment, date }: DefinitionDocument['trigger']): Trigger {
  if (activity) return { is: 'ACTIVITY', activity: activityOf(activity) };
  if (behavior) return { is: 'BEHAVIOR', behavior: behaviorOf(behavior) };
  if (segment) return { is: 'SEGMENT', segmentId: segment.id, on: segment.on };
  if (date) return { is: 'DATE', date: dateOf(date), yearly: date.yearly };
  return { is: 'MANUAL' };
}

type ActivityDocument = NonNullable<DefinitionDocument['trigger']['activity']>;
type BehaviorDocument = NonNullable<DefinitionDocument['trigger']['behavior']>;

const activityOf = ({ channels, kinds, campaign, link, includeMachine }: ActivityDocument): ActivityCondition => ({
  channels: channels ?? null,
  kinds,
  campaign: campaign ?? null,
  link: link ?? null,
  includeMachine,
});

const behaviorOf = ({ name, properties }: BehaviorDocument): BehaviorCondition => ({
  name,
  properties: (properties ?? []).map(({ key, equals }) => ({ key, equals })),
});

const dateOf = ({ field, daysBefore, at }: DateCondition): DateCondition => ({ field, daysBefore, at });

function actionOf(step: StepDocument, next: Next): StepAction {
  const { wait, waitUntil, branch, split, send, setField, tags, webhook, notify } = step;
  if (wait) return { is: 'WAIT', wait: waitOf(wait), next };
  if (waitUntil) {
    const { timeout, onTimeout } = waitUntil;
    return { is: 'WAIT_UNTIL', awaited: awaitedOf(waitUntil), timeout, next, onTimeout: onTimeout ?? next };
  }
  if (branch) return { is: 'BRANCH', paths: branch.paths, otherwise: branch.otherwise ?? next };
  if (split) return { is: 'SPLIT', seed: split.seed ?? null, paths: split.paths };
  if (send) return sendOf(send, next);
  if (setField) return { is: 'SET_FIELD', field: setField.field, value: setField.value ?? null, next };
  if (tags) return { is: 'TAGS', add: tags.add ?? [], remove: tags.remove ?? [], next };
  if (step.startWorkflow) return { is: 'START_WORKFLOW', workflowId: step.startWorkflow.id, next };
  if (step.stopWorkflow) return { is: 'STOP_WORKFLOW', workflowId: step.stopWorkflow.id, next };
  if (webhook) return { is: 'WEBHOOK', endpoint: webhook.endpoint, data: webhook.data ?? null, next };
  if (notify) {
    const to = notify.email ? { email: notify.email } : { endpoint: notify.endpoint ?? '' };
    return { is: 'NOTIFY', to, text: notify.text, next };
  }
  if (step.goal) return { is: 'GOAL', reason: step.goal.reason ?? 'goal' };
  return { is: 'EXIT', reason: step.exit?.reason ?? 'exit' };
}

function waitOf({ for: duration, until, untilField, untilTime }: NonNullable<StepDocument['wait']>): Wait {
  if (duration) return { is: 'FOR', duration };
  if (until) return { is: 'UNTIL', at: new Date(until) };
  if (untilField) return { is: 'FIELD', date: dateOf(untilField) };
  return { is: 'TIME', at: untilTime?.at ?? '', weekdays: untilTime?.weekdays ?? null };
}

function awaitedOf({ activity, behavior, filter, own }: NonNullable<StepDocument['waitUntil']>): Awaited {
  if (activity) return { is: 'ACTIVITY', activity: activityOf(activity), own };
  if (behavior) return { is: 'BEHAVIOR', behavior: behaviorOf(behavior) };
  return { is: 'FILTER', filter: filter ?? {} };
}

function sendOf(send: NonNullable<StepDocument['send']>, next: Next): StepAction {
  const { channel, template, content, topic, sender, variables, ifSkipped, skippedNext } = send;
  return {
    is: 'SEND',
    message: {
      channel,
      template: template ?? null,
      content: content ?? null,
      topic: topic ?? null,
      sender: sender ?? null,
      variables: variables ?? null,
    },
    ifSkipped: ifSkipped === 'GO_TO' ? { is: 'GO_TO', next: skippedNext ?? next } : { is: ifSkipped },
    next,
  };
}
