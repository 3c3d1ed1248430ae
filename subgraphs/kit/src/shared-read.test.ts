import { expect, test } from 'vitest';
import { createSharedRead } from './shared-read.ts';

test('reads asked for at the same time are made once, and nobody gets what was read before they asked', async () => {
  const gates: ((value: number) => void)[] = [];
  const read = createSharedRead(
    (_account: number, _no: number) => new Promise<number>((resolve) => gates.push(resolve)),
  );
  const first = read(1, 1);
  const later = [read(1, 1), read(1, 1), read(1, 1)];
  const another = read(1, 2);
  expect(gates).toHaveLength(2);
  gates[0]?.(10);
  gates[1]?.(20);
  expect([await first, await another]).toEqual([10, 20]);
  await expect.poll(() => gates.length).toBe(3);
  gates[2]?.(30);
  expect(await Promise.all(later)).toEqual([30, 30, 30]);
});

test('a read that fails is told to those who shared it, and the next one is made anew', async () => {
  let reads = 0;
  const read = createSharedRead(async (_account: number, _no: number) => {
    reads += 1;
    if (reads <= 2) throw new Error(`read ${reads}`);
    return reads;
  });
  const answers = await Promise.allSettled([read(1, 1), read(1, 1), read(1, 1)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(reads).toBe(2);
  expect(await read(1, 1)).toBe(3);
});
