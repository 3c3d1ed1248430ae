import { readFileSync } from 'node:fs';
import type { Filter, Path } from '@ucp/audience/filter';
import type { ScoreModel } from '@ucp/audience/score';
import type { Database } from '@ucp/kit/database';
import { type ModelInput, modelOf, whenOf } from './domain/model-input.ts';
import { checkModel } from './domain/segment-uses.ts';
import { type AccountRules, addModel, beginAccount, lockRules, readRules, rulesOf } from './store/rules.ts';
import { addSegment } from './store/segments.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../schema/defaults/${name}.json`, import.meta.url), 'utf8'));
/** What an account begins with; its own from then on. */
const firstModel: ScoreModel = modelOf(read('score-model') as ModelInput);
const firstSegments: readonly { readonly name: string; readonly filter: Filter }[] = read('segments');

/** The rules of an account, which is given those everybody begins with when it is asked for the first time. */
export async function accountRules(db: Database, account: number): Promise<AccountRules> {
  const rules = await rulesOf(db, account);
  if (rules.begun) return rules;
  return db.transaction(async (tx) => {
    await lockRules(tx, account);
    if (await beginAccount(tx, account)) {
      await addModel(tx, account, firstModel);
      for (const { name, filter } of firstSegments) await addSegment(tx, account, { name, filter, tracked: false });
    }
    return readRules(tx, account, db.clockOffset());
  });
}

/**
 * Replaces the score model; the same rules make no new version.
 * @param check whether the owners of leaves can answer them
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export async function setModel(
  db: Database,
  account: number,
  input: ModelInput,
  check: (filters: readonly { readonly filter: Filter; readonly path: Path }[]) => Promise<void>,
): Promise<{ readonly version: number; readonly model: ScoreModel }> {
  const model = modelOf(input);
  checkModel(model, (await accountRules(db, account)).segments, account, whenOf);
  await check(model.rules.map(({ when }, place) => ({ filter: when, path: whenOf(place) })));
  return db.transaction(async (tx) => {
    await lockRules(tx, account);
    const { model: before, segments, version } = await readRules(tx, account, db.clockOffset());
    checkModel(model, segments, account, whenOf);
    // jsonb keeps no order of keys: both are compared in the order of ours.
    const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(model));
    return { version: same ? version : await addModel(tx, account, model), model };
  });
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
