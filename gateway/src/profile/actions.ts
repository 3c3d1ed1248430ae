import { readFileSync } from 'node:fs';
import type { Filter } from '@ucp/audience/filter';
import type { ScoreModel } from '@ucp/audience/score';
import type { Database } from '@ucp/kit/database';
import { type ModelInput, modelOf } from './domain/model-input.ts';
import { type AccountRules, beginAccount, firstName, lockRules, readRules, rulesOf } from './store/rules.ts';
import { addModel } from './store/score-models.ts';
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
      await addModel(tx, account, firstName, firstModel);
      for (const { name, filter } of firstSegments) await addSegment(tx, account, { name, filter, tracked: false });
    }
    return readRules(tx, account, db.clockOffset());
  });
}
