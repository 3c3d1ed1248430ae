import { expect, test } from 'vitest';
import { readDefinition } from './read-definition.ts';

const send = { channel: 'SMS', content: { text: 'Still interested?' } };

test('what was left out is filled in: a step goes on to the one behind it, the last one ends', () => {
  const { steps, ...rest } = readDefinition({
    trigger: { activity: { kinds: ['CLICK'] } },
    steps: [
      { key: 'wait', wait: { for: 'P1D' } },
      { key: 'remind', send },
    ],
  });
  expect(rest).toEqual({
    trigger: {
      is: 'ACTIVITY',
      activity: { channels: null, kinds: ['CLICK'], campaign: null, link: null, includeMachine: false },
    },
    entry: null,
    reentry: { after: null },
    goal: null,
    exit: null,
  });
  expect(steps).toEqual([
    { key: 'wait', is: 'WAIT', wait: { is: 'FOR', duration: 'P1D' }, next: 'remind' },
    {
      key: 'remind',
      is: 'SEND',
      message: { ...send, template: null, topic: null, sender: null, variables: null },
      ifSkipped: { is: 'CONTINUE' },
      next: 'end',
    },
  ]);
});

test('ways that are not named lead where the step leads', () => {
  const { steps } = readDefinition({
    trigger: { manual: true },
    reentry: { after: 'P7D' },
    steps: [
      { key: 'reply', next: 'who', waitUntil: { activity: { kinds: ['REPLY'] }, own: true, timeout: 'P2D' } },
      { key: 'who', branch: { paths: [{ name: 'vip', when: { tag: { in: ['vip'] } }, next: 'thank' }] } },
      { key: 'thank', send: { ...send, ifSkipped: 'GO_TO', skippedNext: 'leave' } },
      { key: 'coin', split: { paths: [{ name: 'a', share: 1, next: 'leave' }] } },
      { key: 'leave', exit: {} },
      { key: 'done', goal: { reason: 'bought' } },
    ],
  });
  expect(steps).toMatchObject([
    { is: 'WAIT_UNTIL', awaited: { is: 'ACTIVITY', own: true }, next: 'who', onTimeout: 'who' },
    { is: 'BRANCH', paths: [{ name: 'vip', next: 'thank' }], otherwise: 'thank' },
    { is: 'SEND', ifSkipped: { is: 'GO_TO', next: 'leave' }, next: 'coin' },
    { is: 'SPLIT', seed: null, paths: [{ name: 'a', share: 1, next: 'leave' }] },
    { is: 'EXIT', reason: 'exit' },
    { is: 'GOAL', reason: 'bought' },
  ]);
});

test('every kind of wait and of trigger is told apart', () => {
  const waits = [
    { until: '2026-03-01T10:00:00Z' },
    { untilField: { field: 'birthday' } },
    { untilTime: { at: '09:00', weekdays: [1, 2] } },
  ];
  const { trigger, steps } = readDefinition({
    trigger: { date: { field: 'birthday', daysBefore: 3 } },
    steps: waits.map((wait, i) => ({ key: `w${i}`, wait })),
  });
  expect(trigger).toEqual({ is: 'DATE', date: { field: 'birthday', daysBefore: 3, at: '09:00' }, yearly: true });
  expect(steps.map((step) => (step.is === 'WAIT' ? step.wait : null))).toEqual([
    { is: 'UNTIL', at: new Date('2026-03-01T10:00:00Z') },
    { is: 'FIELD', date: { field: 'birthday', daysBefore: 0, at: '09:00' } },
    { is: 'TIME', at: '09:00', weekdays: [1, 2] },
  ]);
  expect(readDefinition({ trigger: { segment: { id: 'seg_1' } }, steps: [] }).trigger).toEqual({
    is: 'SEGMENT',
    segmentId: 'seg_1',
    on: 'ENTERED',
  });
  expect(() => readDefinition({ steps: [] })).toThrow('trigger');
});
