import { readFileSync } from 'node:fs';
import { checkFilter, type Filter } from '@ucp/audience/filter';
import type { ScoreModel } from '@ucp/audience/score';
import type { Database } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput, notFound } from '@ucp/kit/errors';
import { checkName, type ModelInput, modelOf, withoutSegments } from './domain/model-input.ts';
import { segmentId } from './evaluation.ts';
import {
  type AccountRules,
  addModel,
  addSegment,
  beginAccount,
  changeSegment,
  lockRules,
  readRules,
  rulesOf,
  type SegmentRow,
} from './store/rules.ts';

/** Segments of one account. */
const segmentLimit = 500;

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
      for (const { name, filter } of firstSegments) await addSegment(tx, account, name, filter);
    }
    return readRules(tx, account, db.clockOffset());
  });
}

/** Makes a segment, or changes the one of a number. @throws CodedError BAD_USER_INPUT, NOT_FOUND */
export async function saveSegment(
  db: Database,
  account: number,
  input: { readonly segmentNo: number | null | undefined; readonly name: string; readonly filter: Filter },
): Promise<SegmentRow> {
  checkName(input.name, ['input', 'name']);
  checkFilter(input.filter);
  await accountRules(db, account);
  try {
    return await db.transaction(async (tx) => {
      await lockRules(tx, account);
      const { segments } = await readRules(tx, account, db.clockOffset());
      const own = typeof input.segmentNo === 'number' ? [segmentId(account, { segmentNo: input.segmentNo })] : [];
      withoutSegments(input.filter, segments, (segment) => segmentId(account, segment), own);
      if (input.segmentNo === undefined) {
        if (segments.length >= segmentLimit)
          throw badInput(['input'], `An account may have ${segmentLimit} segments, this would be one more`);
        return addSegment(tx, account, input.name.trim(), input.filter);
      }
      const changed =
        input.segmentNo === null
          ? null
          : await changeSegment(tx, account, input.segmentNo, input.name.trim(), input.filter);
      if (changed === null) throw notFound(['input', 'id'], 'The account has no segment of this id');
      return changed;
    });
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(['input', 'name'], `A segment of the name "${input.name}" is there already; names are unique`);
  }
}

/** Replaces the score model; the same rules make no new version. @throws CodedError BAD_USER_INPUT, NOT_FOUND */
export async function setModel(
  db: Database,
  account: number,
  input: ModelInput,
): Promise<{ readonly version: number; readonly model: ScoreModel }> {
  const model = modelOf(input);
  await accountRules(db, account);
  return db.transaction(async (tx) => {
    await lockRules(tx, account);
    const { model: before, segments, version } = await readRules(tx, account, db.clockOffset());
    for (const { when } of model.rules) withoutSegments(when, segments, (segment) => segmentId(account, segment));
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
