import { expect, test } from 'vitest';
import { filtersAhead } from './asked-ahead.ts';
import type { Definition, Filter } from './definition.ts';

const isAda: Filter = { field: { key: 'first_name', equals: 'Ada' } };
const isDone: Filter = { field: { key: 'stage', equals: 'won' } };

const definition: Definition = {
  trigger: { is: 'MANUAL' },
  entry: null,
  reentry: { after: null },
  goal: isDone,
  exit: null,
  steps: [
    { key: 'wait', is: 'WAIT', wait: { is: 'FOR', duration: 'PT1H' }, next: 'who' },
    { key: 'who', is: 'BRANCH', paths: [{ name: 'ada', when: isAda, next: 'pause' }], otherwise: 'end' },
    { key: 'pause', is: 'WAIT', wait: { is: 'UNTIL', at: new Date('2026-01-01T00:00:00Z') }, next: 'again' },
    { key: 'again', is: 'BRANCH', paths: [{ name: 'won', when: isDone, next: 'end' }], otherwise: 'end' },
  ],
};

test('whoever comes to a wait asks nothing that is asked behind it, and whoever has waited does', () => {
  expect(filtersAhead(definition, { step: 'wait', hasArrived: true })).toEqual([isDone]);
  expect(filtersAhead(definition, { step: 'wait', hasArrived: false })).toEqual([isDone, isAda, isDone]);
});

test('a moment that may be over keeps nobody from asking for what follows', () => {
  expect(filtersAhead(definition, { step: 'who', hasArrived: true })).toEqual([isDone, isAda, isDone]);
});

test('the same list is given to all who stand at the same place', () => {
  const [one, other] = [0, 1].map(() => filtersAhead(definition, { step: 'who', hasArrived: true }));
  expect(one).toBe(other);
});
