import { buildSchema, GraphQLError } from 'graphql';
import { expect, test, vi } from 'vitest';
import { serviceCaller } from './caller.ts';
import { createLog } from './log.ts';
import { createExecute } from './subgraph.ts';

const schema = buildSchema('scalar Even type Query { half(of: Even): Int }');
const even = schema.getType('Even');
Object.assign(Object(even), {
  parseValue: (value: unknown) => {
    if (Number(value) % 2 === 0) return Number(value);
    throw new GraphQLError(`Even is a whole number without a rest, got ${String(value)}`);
  },
});
Object.assign(Object(schema.getQueryType()?.getFields().half), {
  resolve: (_: unknown, { of }: { of: number }) => {
    if (of === 0) throw new Error('nothing has no half');
    return of / 2;
  },
});

test('a value that a scalar refuses is the caller’s to mend, and no failure of ours that is logged', async () => {
  const log = createLog('test', 'silent');
  const failed = vi.spyOn(log, 'error');
  const execute = createExecute({ schema, contextOf: (base) => base, followers: [], log });
  const ask = (of: unknown) =>
    execute({ query: 'query ($of: Even) { half(of: $of) }', variables: { of } }, serviceCaller('test', 1));
  expect((await ask(4)).data).toEqual({ half: 2 });
  expect((await ask(3)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['of'] });
  expect(failed).not.toHaveBeenCalled();
  await ask(0);
  expect(failed).toHaveBeenCalledOnce();
});
