import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { expect, test, vi } from 'vitest';
import { asOne, demandAsOf, Moved } from './as-one.ts';

const caller: Caller = { ...serviceCaller('test', 7), question: 'q', revs: { identity: 5, email: 3 } };

test('what was answered by different merges is done anew, with nothing that was read before, until it comes out', async () => {
  const asked: Caller[] = [];
  const work = async (asking: Caller) => {
    asked.push(asking);
    if (asked.length < 3) throw new Moved({ identity: 5 + asked.length });
    return 'one';
  };
  expect(await asOne(caller, work)).toBe('one');
  expect(asked.map(({ question, revs }) => [question, revs])).toEqual([
    ['q', { identity: 5, email: 3 }],
    [undefined, { identity: 6, email: 3 }],
    [undefined, { identity: 7, email: 3 }],
  ]);
});

test('what takes longer than anybody waits is done anew once', async () => {
  vi.useFakeTimers();
  const slow = vi.fn(async () => {
    vi.advanceTimersByTime(60_000);
    throw new Moved({ identity: 6 });
  });
  const given = asOne(caller, slow).catch((error) => error.code);
  await vi.runAllTimersAsync();
  expect(await given).toBe('SUBGRAPH_UNAVAILABLE');
  expect(slow).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test('it is given up after ten tries, with an error that says so, and at once when it failed by something else', async () => {
  const never = vi.fn(async () => {
    throw new Moved({ identity: 6 });
  });
  await expect(asOne(caller, never)).rejects.toMatchObject({
    code: 'SUBGRAPH_UNAVAILABLE',
    message: 'Contacts are merged faster than they can be asked about. Try again in a few seconds.',
  });
  expect(never).toHaveBeenCalledTimes(10);
  const failing = vi.fn(async () => {
    throw new Error('away');
  });
  await expect(asOne(caller, failing)).rejects.toThrow('away');
  expect(failing).toHaveBeenCalledOnce();
});

test('an answer is taken that is by the merges asked about, or that tells of none', () => {
  const demand = (told: readonly [number, number] | null, asOf: number | null) => () =>
    demandAsOf('identity', told, asOf);
  for (const fine of [demand([5, 5], 5), demand(null, 5), demand([5, 6], null)]) expect(fine).not.toThrow();
  for (const moved of [demand([4, 5], 5), demand([5, 6], 5), demand([6, 6], 5)]) expect(moved).toThrow(Moved);
});
