import type { ActivityCondition, Definition, Filter, MessageToSend, Step } from './definition.ts';
import type { Path } from './problem.ts';

/** Something a definition names that is kept elsewhere, where it stands, and how that place is called. */
export interface Named<What> {
  readonly what: What;
  readonly path: Path;
  readonly place: string;
}

/** A use of a field: as a day, or to be set to a value. */
export type NamedField =
  | { readonly is: 'DAY'; readonly field: string }
  | { readonly is: 'SET'; readonly field: string; readonly value: unknown };

/** All that a definition names: whether it is there, its owners say. */
export interface NamedThings {
  readonly filters: Named<Filter>[];
  readonly messages: Named<MessageToSend>[];
  readonly fields: Named<NamedField>[];
  readonly channels: Named<string>[];
  readonly endpoints: Named<string>[];
  readonly workflows: Named<string>[];
  readonly segments: Named<string>[];
}

export function namedIn({ trigger, entry, goal, exit, steps }: Definition): NamedThings {
  const named: NamedThings = {
    filters: [],
    messages: [],
    fields: [],
    channels: [],
    endpoints: [],
    workflows: [],
    segments: [],
  };
  if (trigger.is === 'ACTIVITY') addChannels(named, trigger.activity, ['trigger', 'activity'], 'Trigger');
  if (trigger.is === 'SEGMENT')
    named.segments.push({ what: trigger.segmentId, path: ['trigger', 'segment', 'id'], place: 'Trigger' });
  if (trigger.is === 'DATE') {
    const what = { is: 'DAY', field: trigger.date.field } as const;
    named.fields.push({ what, path: ['trigger', 'date', 'field'], place: 'Trigger' });
  }
  for (const [filter, name, place] of [
    [entry, 'entry', 'Entry filter'],
    [goal, 'goal', 'Goal'],
    [exit, 'exit', 'Exit rule'],
  ] as const)
    if (filter !== null) named.filters.push({ what: filter, path: [name], place });
  for (const [i, step] of steps.entries()) addStep(named, step, ['steps', String(i)], `Step "${step.key}"`);
  return named;
}

function addChannels(named: NamedThings, { channels }: ActivityCondition, path: Path, place: string): void {
  for (const [i, what] of (channels ?? []).entries())
    named.channels.push({ what, path: [...path, 'channels', String(i)], place });
}

function addStep(named: NamedThings, step: Step, path: Path, place: string): void {
  switch (step.is) {
    case 'WAIT':
      if (step.wait.is !== 'FIELD') return;
      named.fields.push({
        what: { is: 'DAY', field: step.wait.date.field },
        path: [...path, 'wait', 'untilField', 'field'],
        place,
      });
      return;
    case 'WAIT_UNTIL': {
      const { awaited } = step;
      if (awaited.is === 'ACTIVITY') addChannels(named, awaited.activity, [...path, 'waitUntil', 'activity'], place);
      if (awaited.is === 'FILTER')
        named.filters.push({ what: awaited.filter, path: [...path, 'waitUntil', 'filter'], place });
      return;
    }
    case 'BRANCH':
      for (const [i, { when }] of step.paths.entries())
        named.filters.push({ what: when, path: [...path, 'branch', 'paths', String(i), 'when'], place });
      return;
    case 'SEND':
      named.messages.push({ what: step.message, path: [...path, 'send'], place });
      return;
    case 'SET_FIELD': {
      const { field, value } = step;
      named.fields.push({ what: { is: 'SET', field, value }, path: [...path, 'setField'], place });
      return;
    }
    case 'START_WORKFLOW':
      named.workflows.push({ what: step.workflowId, path: [...path, 'startWorkflow', 'id'], place });
      return;
    case 'STOP_WORKFLOW':
      named.workflows.push({ what: step.workflowId, path: [...path, 'stopWorkflow', 'id'], place });
      return;
    case 'WEBHOOK':
      named.endpoints.push({ what: step.endpoint, path: [...path, 'webhook', 'endpoint'], place });
      return;
    case 'NOTIFY':
      if ('endpoint' in step.to)
        named.endpoints.push({ what: step.to.endpoint, path: [...path, 'notify', 'endpoint'], place });
      return;
    default:
  }
}
