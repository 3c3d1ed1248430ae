import { bitsOf } from '@ucp/kit/contact-bits';
import { CodedError } from '@ucp/kit/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DaysOfField } from '../peers/peers.ts';
import { createListened, type Listened } from '../testing/listened.ts';

let heard: Listened;
let asked: DaysOfField[];
let away: boolean;

beforeEach(async () => {
  asked = [];
  away = false;
  heard = await createListened({
    timeZoneOf: async () => 'Asia/Tokyo',
    contactsOfDays: async (_account, days) => {
      if (away) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'identity is away');
      asked.push(days);
      return bitsOf([1, 2]);
    },
  });
});
afterEach(() => heard.stop());

const birthday = {
  trigger: { date: { field: 'birthday', daysBefore: 2, at: '09:00', yearly: true } },
  reentry: { after: 'P300D' },
  steps: [{ key: 'done', goal: {} }],
};
/** Moves the clock of the database to a moment. */
const itIs = (text: string): void => heard.clock.setOffset(new Date(text).getTime() - Date.now());
const look = () => heard.listening.lookAtClock();
const days = () => asked.map((each) => each.days[0]);

test('at their time of the day of the account people enter, once however often it is looked at', async () => {
  await heard.workflow(1, birthday, ['DATE', 'birthday']);
  itIs('2027-05-01T12:00:00Z');
  await look();
  asked.length = 0;
  await heard.rows('delete from entry');
  itIs('2027-05-01T23:50:00Z');
  await look();
  expect(asked).toEqual([]);
  itIs('2027-05-02T00:01:00Z');
  await Promise.all([look(), heard.another().lookAtClock()]);
  await look();
  expect(new Set(days())).toEqual(new Set(['2027-05-04']));
  expect(asked[0]).toMatchObject({ field: 'birthday', yearly: true });
  expect(await heard.entries()).toEqual(
    [1, 2].map((no) => `1 ${no} The day of "birthday" at 2027-05-02T00:00:00.000Z`),
  );
  expect(await heard.rows('select count(*)::int as jobs from graphile_worker.jobs')).toEqual([{ jobs: 1 }]);
});

test('days on which nobody looked are made up for, some and not before the workflow was live', async () => {
  await heard.workflow(1, birthday, ['DATE', 'birthday']);
  itIs('2027-05-01T12:00:00Z');
  await look();
  expect(days()).toEqual(['2027-04-30', '2027-05-01', '2027-05-02', '2027-05-03']);
  asked.length = 0;
  itIs('2027-05-03T12:00:00Z');
  away = true;
  await look();
  expect(asked).toEqual([]);
  away = false;
  await look();
  expect(days()).toEqual(['2027-05-04', '2027-05-05']);
  await heard.workflow(2, birthday, ['DATE', 'birthday']);
  await heard.rows("update workflow_version set published_at = '2027-05-03T10:00:00Z' where workflow_no = 2");
  asked.length = 0;
  await look();
  expect(asked).toEqual([]);
  itIs('2027-05-04T12:00:00Z');
  await look();
  expect(days()).toEqual(['2027-05-06', '2027-05-06']);
});
