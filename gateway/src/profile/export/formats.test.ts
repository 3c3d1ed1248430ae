import { describe, expect, test } from 'vitest';
import { cellOf, fileOf } from './formats.ts';

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    [['a', '=1'], "a;'=1"],
    [['+15125550142', '+15125550177'], '+15125550142;+15125550177'],
    [-5.5, '-5.5'],
    [false, 'false'],
    [null, ''],
    [[], ''],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('of %j is %j', (value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });
});

describe('a file', () => {
  test.each(['csv', 'ndjson'] as const)(
    'of %s that fails is cut, and never ended as if it were whole',
    async (format) => {
      async function* rows() {
        yield ['one'];
        throw new Error('a part is gone');
      }
      const failures: string[] = [];
      const file = fileOf({
        format,
        names: ['id'],
        rows: rows(),
        bom: false,
        failed: ({ message }) => failures.push(message),
      });
      await expect(file.toArray()).rejects.toThrow('a part is gone');
      expect(failures).toEqual(['a part is gone']);
    },
  );

  test.each(['csv', 'ndjson'] as const)(
    'of %s that nobody takes any more ends its rows, which is no failure',
    async (format) => {
      let ended = () => {};
      const done = new Promise<void>((resolve) => {
        ended = resolve;
      });
      async function* rows() {
        try {
          for (;;) yield ['one'];
        } finally {
          ended();
        }
      }
      const failures: Error[] = [];
      const file = fileOf({ format, names: ['id'], rows: rows(), bom: false, failed: (error) => failures.push(error) });
      for await (const _chunk of file) break;
      await done;
      expect(failures).toEqual([]);
    },
  );
});
