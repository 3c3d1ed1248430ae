import type { Filter, Path } from '@ucp/audience/filter';
import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { accountRules } from '../actions.ts';
import { checkName, type ModelInput, modelOf, whenOf } from '../domain/model-input.ts';
import { checkModel } from '../domain/segment-uses.ts';
import { lockRules, readRules } from '../store/rules.ts';
import { addModel, chooseModel, modelsOf, type NamedModel } from '../store/score-models.ts';
import { noteRules } from '../store/segment-news.ts';

/** Score models of one account. */
const modelLimit = 20;

export interface NamedModelInput extends ModelInput {
  /** Without it the default model is meant. */
  readonly name?: string | null | undefined;
  readonly makeDefault?: boolean | undefined;
}

/**
 * Makes a score model or replaces its rules; the same rules make no new version.
 * @param check whether the owners of leaves can answer them
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export async function setModel(
  db: Database,
  account: number,
  input: NamedModelInput,
  check: (filters: readonly { readonly filter: Filter; readonly path: Path }[]) => Promise<void>,
): Promise<NamedModel> {
  const given = input.name?.trim();
  if (given !== undefined) checkName(given, ['input', 'name']);
  const model = modelOf(input);
  checkModel(model, (await accountRules(db, account)).segments, account, whenOf);
  await check(model.rules.map(({ when }, place) => ({ filter: when, path: whenOf(place) })));
  return db.transaction(async (tx) => {
    await lockRules(tx, account);
    const { segments, model: preset } = await readRules(tx, account, db.clockOffset());
    checkModel(model, segments, account, whenOf);
    const models = await modelsOf(tx, account);
    const name = given ?? preset.name;
    const before = models.find((each) => each.name === name);
    if (before === undefined && models.length >= modelLimit)
      throw badInput(['input', 'name'], `An account may have ${modelLimit} score models, this would be one more`);
    // jsonb keeps no order of keys: both are compared in the order of ours.
    const isSame = before !== undefined && textOf(before) === textOf(model);
    if (!isSame || input.makeDefault === true) await noteRules(tx, db.clockOffset(), account);
    const version = isSame ? before.version : await addModel(tx, account, name, model);
    if (input.makeDefault === true) await chooseModel(tx, account, name);
    return { ...model, name, version, isDefault: input.makeDefault === true || name === preset.name };
  });
}

const textOf = ({ rules, ranges }: Pick<NamedModel, 'rules' | 'ranges'>): string =>
  JSON.stringify(sorted({ rules, ranges }));

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
