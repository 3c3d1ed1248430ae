import { expect, test, vi } from 'vitest';
import { serviceCaller } from './caller.ts';
import { CodedError } from './errors.ts';
import { createRemoteGraph } from './remote-graph.ts';
import { leftAloneFor, Unreached } from './remote-limits.ts';

const caller = serviceCaller('test', 1);
const answer = Buffer.from('{"data":{"a":{"b":1}}}');
const late = () => new CodedError('SUBGRAPH_TIMEOUT', 'part did not answer in time.');

test('a read that does not reach its part is asked once more, a write never', async () => {
  const post = vi.fn().mockRejectedValueOnce(new Unreached('part')).mockResolvedValue(answer);
  const execute = createRemoteGraph('part', post);
  expect(await execute({ query: '{ a { b } }' }, caller)).toEqual({ data: { a: { b: 1 } } });
  expect(post).toHaveBeenCalledTimes(2);
  post.mockClear().mockRejectedValue(new Unreached('part'));
  await expect(execute({ query: '{ a { b } }' }, caller)).rejects.toThrow('cannot be reached');
  expect(post).toHaveBeenCalledTimes(2);
  post.mockClear();
  await expect(execute({ query: '# query\nmutation { a { b } }' }, caller)).rejects.toThrow('cannot be reached');
  expect(post).toHaveBeenCalledTimes(1);
});

test('a read that is late is not asked again: the deadline is over', async () => {
  const post = vi.fn().mockRejectedValue(late());
  await expect(createRemoteGraph('part', post)({ query: '{ a }' }, caller)).rejects.toThrow('in time');
  expect(post).toHaveBeenCalledTimes(1);
});

test('a part that was late five times is left alone for two seconds, then tried with one question', async () => {
  vi.useFakeTimers();
  try {
    const post = vi.fn().mockRejectedValue(late());
    const execute = createRemoteGraph('part', post);
    for (let i = 0; i < 5; i++) await expect(execute({ query: '{ a }' }, caller)).rejects.toThrow('in time');
    await expect(execute({ query: '{ a }' }, caller)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(post).toHaveBeenCalledTimes(5);
    await vi.advanceTimersByTimeAsync(leftAloneFor);
    post.mockResolvedValue(answer);
    expect(await execute({ query: '{ a }' }, caller)).toEqual({ data: { a: { b: 1 } } });
    expect(post).toHaveBeenCalledTimes(6);
  } finally {
    vi.useRealTimers();
  }
});

test('identical reads are shared by one caller only, and each gets an answer of its own to change', async () => {
  const post = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answer;
  });
  const execute = createRemoteGraph('part', post);
  const [first, second] = await Promise.all(
    Array.from({ length: 20 }, (_, i) => execute({ query: '{ a }' }, { ...caller, requestId: `r${i}` })),
  );
  expect(post).toHaveBeenCalledTimes(3);
  expect(first?.data).toEqual(second?.data);
  expect(first?.data).not.toBe(second?.data);
  post.mockClear();
  await Promise.all([1, 2, 3, 4].map((account) => execute({ query: '{ a }' }, { ...caller, account })));
  expect(post).toHaveBeenCalledTimes(4);
});
