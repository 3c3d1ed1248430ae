import { compose } from '@ucp/scripts/compose/compose';
import { partsOfRepository } from '@ucp/scripts/compose/parts';
import { createRandom } from '@ucp/scripts/demo/random';
import { Kind, parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { alike, leadsToGap } from '../kit/differential/alike.ts';
import { createMockRivals, type Parts, type Rivals } from '../kit/differential/compare.ts';
import { randomOperation, randomVariables } from '../kit/differential/random-operation.ts';
import { randomParts } from '../kit/differential/random-parts.ts';
import { writtenParts } from '../kit/differential/written-parts.ts';
import { operationFiles, operations } from '../kit/operations.ts';

/** Operations in all, over all supergraphs. */
const runs = Number(process.env.UCP_DIFFERENTIAL_RUNS ?? 150);
/** Milliseconds: each operation is planned twice, and planning takes its time where a machine does other things too. */
const patience = Math.max(120_000, Number(process.env.UCP_TEST_TIMEOUT ?? 0));
const weathers = [
  { failing: 0, down: 0, spoilt: 0 },
  { failing: 0.04, down: 0.05, spoilt: 0.1 },
];

/** Asks both executors the same and wants the same answer: data, errors and problems. */
async function compareRandomly(rivals: Rivals, seed: number, wanted: number): Promise<void> {
  const random = createRandom(seed);
  for (let asked = 0, drawn = 0; asked < wanted; drawn++) {
    if (drawn > wanted * 5 + 50) throw new Error(`of ${drawn} operations only ${asked} were valid`);
    const operation = randomOperation(rivals.schema, random);
    const answers = await rivals.ask(operation);
    if (answers === null) continue;
    asked++;
    const { ours, stock } = answers;
    const told = `${operation.document}\n${JSON.stringify(operation.variables)}`;
    expect(ours.data, told).toEqual(stock.data);
    expect(alike(ours), told).toEqual(alike(stock));
    for (const { path } of ours.errors ?? [])
      if (path !== undefined) expect(leadsToGap(ours, path), `${path} of\n${told}`).toBe(true);
  }
  const compiled = rivals.executions.filter((how) => how === 'compiled');
  expect(compiled.length / rivals.executions.length).toBeGreaterThanOrEqual(0.8);
}

const rivalsOf = async (parts: Parts, seed: number): Promise<Rivals | null> =>
  createMockRivals(parts, { seed, ...(weathers[seed % weathers.length] ?? { failing: 0, down: 0, spoilt: 0 }) });

test('over our own supergraph any operation is answered as by Apollo', { timeout: patience }, async () => {
  const own = compose(partsOfRepository()).subgraphSdl;
  for (const seed of weathers.keys()) {
    const rivals = await rivalsOf(own, seed);
    if (rivals === null) throw new Error('our own parts do not compose');
    await compareRandomly(rivals, seed, runs / 6);
  }
});

test('every operation of schema/operations runs compiled, and is answered as by Apollo', {
  timeout: patience,
}, async () => {
  const rivals = await rivalsOf(compose(partsOfRepository()).subgraphSdl, 0);
  if (rivals === null) throw new Error('our own parts do not compose');
  const random = createRandom(1);
  let asked = 0;
  for (const file of operationFiles()) {
    const { definitions } = parse(operations(file));
    for (const operation of definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
      const document = [operation, ...fragments].map(print).join('\n');
      const answers = await rivals.ask({ document, variables: randomVariables(rivals.schema, operation, random) });
      expect(answers?.ours, operation.name?.value).toEqual(answers?.stock);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(20);
  expect(rivals.executions).toEqual(Array(asked).fill('compiled'));
});

test.each(writtenParts.map((parts) => [Object.keys(parts).join(', '), parts] as const))(
  'over the parts %s any operation is answered as by Apollo',
  { timeout: patience },
  async (_names, parts) => {
    for (const seed of weathers.keys()) {
      const rivals = await rivalsOf(parts, seed);
      if (rivals === null) throw new Error('the parts do not compose');
      await compareRandomly(rivals, seed, runs / 24);
    }
  },
);

test('over random supergraphs any operation is answered as by Apollo', { timeout: patience }, async () => {
  const each = 20;
  for (let seed = 0, done = 0; done < runs / 2; seed++) {
    const rivals = await rivalsOf(randomParts(createRandom(seed)), seed);
    if (rivals === null) continue;
    await compareRandomly(rivals, seed, each);
    done += each;
  }
});
