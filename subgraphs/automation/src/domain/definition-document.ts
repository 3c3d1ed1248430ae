import { z } from 'zod';

/** A definition as it is given and kept: the form of `WorkflowDefinitionInput`, with the SDL's defaults. */
export type DefinitionDocument = z.infer<typeof definition>;
export type StepDocument = DefinitionDocument['steps'][number];
export type FilterDocument = z.infer<typeof filter>;

const text = z.string().nullish();
const filter = z.record(z.string(), z.unknown());
const object = z.record(z.string(), z.unknown()).nullish();

const activity = z.object({
  channels: z.array(z.string()).nullish(),
  kinds: z.array(z.string()),
  campaign: text,
  link: text,
  includeMachine: z.boolean().default(false),
});
const behavior = z.object({
  name: z.string(),
  properties: z.array(z.object({ key: z.string(), equals: z.unknown() })).nullish(),
});
const date = z.object({
  field: z.string(),
  daysBefore: z.number().int().default(0),
  at: z.string().default('09:00'),
});

const trigger = z.object({
  activity: activity.nullish(),
  behavior: behavior.nullish(),
  segment: z.object({ id: z.string(), on: z.enum(['ENTERED', 'LEFT']).default('ENTERED') }).nullish(),
  date: date.extend({ yearly: z.boolean().default(true) }).nullish(),
  manual: z.boolean().nullish(),
});

const wait = z.object({
  for: text,
  until: text,
  untilField: date.nullish(),
  untilTime: z.object({ at: z.string(), weekdays: z.array(z.number().int()).nullish() }).nullish(),
});
const waitUntil = z.object({
  activity: activity.nullish(),
  behavior: behavior.nullish(),
  filter: filter.nullish(),
  own: z.boolean().default(false),
  timeout: z.string(),
  onTimeout: text,
});
const branch = z.object({
  paths: z.array(z.object({ name: z.string(), when: filter, next: z.string() })),
  otherwise: text,
});
const split = z.object({
  seed: text,
  paths: z.array(z.object({ name: z.string(), share: z.number().int(), next: z.string() })),
});
const send = z.object({
  channel: z.string(),
  template: text,
  content: object,
  topic: text,
  sender: text,
  variables: object,
  ifSkipped: z.enum(['CONTINUE', 'GO_TO', 'EXIT']).default('CONTINUE'),
  skippedNext: text,
});
const tags = z.object({ add: z.array(z.string()).nullish(), remove: z.array(z.string()).nullish() });
const workflow = z.object({ id: z.string() });
const leave = z.object({ reason: text });

const step = z.object({
  key: z.string(),
  next: text,
  wait: wait.nullish(),
  waitUntil: waitUntil.nullish(),
  branch: branch.nullish(),
  split: split.nullish(),
  send: send.nullish(),
  setField: z.object({ field: z.string(), value: z.unknown().optional() }).nullish(),
  tags: tags.nullish(),
  startWorkflow: workflow.nullish(),
  stopWorkflow: workflow.nullish(),
  webhook: z.object({ endpoint: z.string(), data: z.unknown().optional() }).nullish(),
  notify: z.object({ email: text, endpoint: text, text: z.string() }).nullish(),
  goal: leave.nullish(),
  exit: leave.nullish(),
});

const definition = z.object({
  trigger,
  entry: filter.nullish(),
  reentry: z.object({ never: z.boolean().nullish(), after: text }).default({ never: true }),
  goal: filter.nullish(),
  exit: filter.nullish(),
  steps: z.array(step),
});

/** What a step can do, each a field of its own of which a step has exactly one. */
export const stepActions = [
  'wait',
  'waitUntil',
  'branch',
  'split',
  'send',
  'setField',
  'tags',
  'startWorkflow',
  'stopWorkflow',
  'webhook',
  'notify',
  'goal',
  'exit',
] as const satisfies readonly (keyof StepDocument)[];

/** Reads a definition out of JSON. @throws where it has not the form, which neither SDL nor store let through */
export const documentOf = (json: unknown): DefinitionDocument => definition.parse(json);
