import type { Statement } from '@ucp/kit/database';

/** Tables that decisions about records read, and that an import fills. */
const decidedOn = ['contact', 'identifier', 'field_value', 'tag', 'merge_edge', 'separation'];

/**
 * Brings the planner's knowledge of these tables up to date: at the first batch of a file, and whenever what came of it has
 * doubled. Left to itself the server looks once a minute, and a new account of a million rows is unknown to it until then.
 * @param schema `pg_temp` within a rehearsal
 * @param batches how many there have been of the file
 */
export async function analyzeGrowing(
  run: (statement: Statement) => Promise<unknown>,
  schema: 'public' | 'pg_temp',
  batches: number,
): Promise<void> {
  if (!isPowerOfTwo(batches)) return;
  for (const table of decidedOn) await run({ name: '', text: `analyze ${schema}.${table}` });
}

const isPowerOfTwo = (count: number): boolean => count > 0 && (count & (count - 1)) === 0;
