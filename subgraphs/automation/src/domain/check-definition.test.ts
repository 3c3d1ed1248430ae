import { expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { documentOf } from './definition-document.ts';

const send = { channel: 'SMS', content: { text: 'Still interested?' } };
const wait = { for: 'P1D' };
const manual = { manual: true };

const check = (definition: object) => checkDefinition(documentOf({ trigger: manual, ...definition }));
const told = (definition: object): string[] =>
  check(definition).map(({ path, message }) => `${path.join('.')} | ${message}`);

test('what can be run is let through', () => {
  const steps = [
    { key: 'wait', wait },
    {
      key: 'who',
      branch: { paths: [{ name: 'vip', when: { tag: { in: ['vip'] } }, next: 'thank' }], otherwise: 'ask' },
    },
    { key: 'ask', send: { ...send, ifSkipped: 'GO_TO', skippedNext: 'end' } },
    { key: 'answer', waitUntil: { activity: { kinds: ['REPLY'], channels: ['SMS'] }, own: true, timeout: 'P2D' } },
    { key: 'thank', notify: { email: 'sales@example.com', text: '{{firstName}} answered' } },
    { key: 'done', goal: {} },
  ];
  expect(told({ steps })).toEqual([]);
});

test('every mistake is told at once, with the step and the place', () => {
  const steps = [
    { key: 'a step', wait },
    { key: 'both', wait, send },
    { key: 'remind', send: { channel: 'SMS', topic: '', skippedNext: 'end' } },
    { key: 'long', wait: { for: 'P2Y' } },
    { key: 'when', wait: { untilTime: { at: '9:00', weekdays: [1, 8] } } },
    { key: 'reply', waitUntil: { behavior: { name: 'Order Placed' }, own: true, timeout: '2 days' } },
    { key: 'mark', tags: { add: ['hot'], remove: ['hot'] } },
    { key: 'none' },
  ];
  expect(told({ steps })).toEqual([
    'steps.0.key | Step "a step": a key has 1 to 60 letters, digits, dashes or underscores and is not "end", got "a step"',
    'steps.1 | Step "both": takes exactly one of wait, waitUntil, branch, split, send, setField, tags, startWorkflow, stopWorkflow, webhook, notify, goal, exit, got wait and send',
    'steps.2.send | Step "remind": takes exactly one of template, content, got none',
    'steps.2.send.topic | Step "remind": "topic" has 1 to 200 characters, got 0',
    'steps.2.send.skippedNext | Step "remind": "skippedNext" goes with "ifSkipped" GO_TO, got it with CONTINUE',
    'steps.3.wait.for | Step "long": "for" is at most P1Y, got "P2Y"',
    'steps.4.wait.untilTime.at | Step "when": "at" is a time of day of 24 hours, for example "09:00", got "9:00"',
    'steps.4.wait.untilTime.weekdays | Step "when": "weekdays" are numbers from 1 for Monday to 7 for Sunday, got 8',
    'steps.5.waitUntil.behavior.name | Step "reply": "name" is a lower-case letter, then lower-case letters, digits and underscores, at most 100, got "Order Placed"',
    'steps.5.waitUntil.own | Step "reply": "own" goes with "activity" only, got true without it',
    'steps.5.waitUntil.timeout | Step "reply": A duration is written as ISO 8601, for example "P90D", got "2 days"',
    'steps.6.tags | Step "mark": "tags" adds "hot" and removes it',
    'steps.7 | Step "none": takes exactly one of wait, waitUntil, branch, split, send, setField, tags, startWorkflow, stopWorkflow, webhook, notify, goal, exit, got none',
  ]);
});

test('what is given and empty is a mistake like any other', () => {
  const empty = (step: object) => told({ steps: [{ key: 'one', ...step }] }).length;
  expect(empty({ wait: { for: '' } })).toBe(1);
  expect(empty({ waitUntil: { behavior: { name: 'bought' }, timeout: 'P1D', onTimeout: '' } })).toBe(1);
  expect(empty({ send: { ...send, ifSkipped: 'GO_TO', skippedNext: '' } })).toBe(1);
  expect(empty({ notify: { email: '', text: 'Hello' } })).toBe(1);
  expect(told({ reentry: { after: '' }, steps: [{ key: 'one', wait }] })).toHaveLength(1);
});

test('ways lead to steps that are there, never back, and to every step', () => {
  expect(
    told({
      steps: [
        { key: 'first', wait, next: 'third' },
        { key: 'second', wait },
        { key: 'third', waitUntil: { filter: { tag: { in: ['hot'] } }, timeout: 'P1D', onTimeout: 'nowhere' } },
        { key: 'third', send },
      ],
    }),
  ).toEqual([
    'steps.2.key | Step "third": another step has this key; keys are unique',
    'steps.2.waitUntil.onTimeout | Step "third": goes on to a step that is there or to "end", got "nowhere"',
    'steps.1 | Step "second": no way leads here from the first step',
    'steps.2 | Step "third": no way leads here from the first step',
  ]);
  expect(
    told({
      steps: [
        { key: 'ask', send },
        { key: 'wait', wait },
        { key: 'again', wait, next: 'ask' },
      ],
    }),
  ).toEqual(['steps.0 | Step "ask": leads back to itself by "wait", "again"; steps go on only']);
  expect(told({ steps: [{ key: 'round', wait, next: 'round' }] })).toEqual([
    'steps.0 | Step "round": leads back to itself; steps go on only',
  ]);
  expect(
    told({
      steps: [
        { key: 'leave', exit: {}, next: 'end' },
        { key: 'who', branch: { paths: [{ name: 'a', when: {}, next: 'end' }], otherwise: 'end' }, next: 'end' },
      ],
    }),
  ).toEqual([
    'steps.1.branch.paths.0.when | Step "who": A filter has exactly one field, got none',
    'steps.0.next | Step "leave": "next" is not for "exit", which says itself what follows, got "end"',
    'steps.1.next | Step "who": "next" and "otherwise" say the same; give one of the two, got "end" and "end"',
    'steps.1 | Step "who": no way leads here from the first step',
  ]);
});

test('trigger, filters and rules are named by what they are', () => {
  expect(
    told({
      trigger: { date: { field: 'birthday', daysBefore: 400, at: '24:00' } },
      entry: { all: [{ tag: { in: [] } }] },
      reentry: { never: false },
      goal: { tag: { in: ['a'] }, any: [] },
      steps: [
        { key: 'only', waitUntil: { activity: { kinds: ['REPLY'], channels: ['SMS'] }, own: true, timeout: 'P1D' } },
      ],
    }),
  ).toEqual([
    'trigger.date.daysBefore | Trigger: "daysBefore" is between 0 and 365, got 400',
    'trigger.date.at | Trigger: "at" is a time of day of 24 hours, for example "09:00", got "24:00"',
    'entry.all.0.tag.in | Entry filter: "in" must have 1 to 1000 values, got none',
    'reentry.never | Re-entry rule: "never" is true where nobody enters again; else say "after" how long, got false',
    'goal | Goal: A filter has exactly one field, got tag and any',
    'steps.0.waitUntil.own | Step "only": "own" is about messages of this workflow, and no step sends one on these channels',
  ]);
  expect(told({ trigger: { manual: false }, steps: [{ key: 'a', exit: {} }] })).toEqual([
    'trigger.manual | Trigger: "manual" is true where nobody enters by themselves; else name another trigger, got false',
  ]);
});

test('a workflow has its limits', () => {
  const many = Array.from({ length: 101 }, (_, i) => ({ key: `s${i}`, wait }));
  expect(told({ steps: many })).toEqual(['steps | A workflow has 1 to 100 steps, got 101']);
  expect(told({ steps: [] })).toEqual(['steps | A workflow has 1 to 100 steps, got none']);
  const share = (value: number, i: number) => ({ name: `w${i}`, share: value, next: 'end' });
  expect(told({ steps: [{ key: 'coin', split: { paths: [share(0, 0)] } }] })).toEqual([
    'steps.0.split.paths | Step "coin": "paths" has 2 to 20 ways, got 1',
    'steps.0.split.paths.0.share | Step "coin": "share" is between 1 and 1,000, got 0',
  ]);
  const large = { channel: 'EMAIL', content: { subject: 'Hi', text: 'x'.repeat(65_600) } };
  expect(told({ steps: [{ key: 'mail', send: large }] })[0]).toMatch(
    /"content" has at most 65536 bytes as JSON, got 656/,
  );
  const each = { channel: 'EMAIL', content: { text: 'x'.repeat(60_000) } };
  const heavy = Array.from({ length: 5 }, (_, i) => ({ key: `s${i}`, send: each }));
  expect(told({ steps: heavy })[0]).toMatch(/^ \| "definition" has at most 262144 bytes as JSON/);
});
