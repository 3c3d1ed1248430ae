import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { type FieldDefinition, type FieldType, type MergeStrategy, typesOfStrategy } from '../domain/fields.ts';
import { limits } from '../domain/limits.ts';
import { lockDefinitions, upsertDefinition } from '../store/field-definitions.ts';

export interface FieldInput {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly options?: readonly string[] | null | undefined;
  readonly mergeStrategy?: MergeStrategy | null | undefined;
}

const keyShape = /^[a-z][a-z0-9_]{0,59}$/;

/** Defines a field, or changes its label, options or strategy. @throws CodedError BAD_USER_INPUT */
export async function defineField(db: Database, account: number, input: FieldInput): Promise<FieldDefinition> {
  const { key, label, type } = input;
  if (!keyShape.test(key)) {
    throw badInput(
      ['input', 'key'],
      `A key is a lower-case letter, then lower-case letters, digits and underscores, at most 60, got "${key.slice(0, 100)}"`,
    );
  }
  if (label.trim() === '' || label.length > limits.name) {
    throw badInput(['input', 'label'], `A label has 1 to ${limits.name} characters, got ${label.length}`);
  }
  const options = optionsOf(input);
  const fits = input.mergeStrategy ? typesOfStrategy[input.mergeStrategy] : undefined;
  if (fits !== undefined && !fits.includes(type)) {
    throw badInput(
      ['input', 'mergeStrategy'],
      `The merge strategy ${input.mergeStrategy} is for fields of the type ${fits.join(', ')}, got ${type}`,
    );
  }
  return db.transaction(async (tx) => {
    const known = await lockDefinitions(tx, account);
    const before = known.find((field) => field.key === key);
    if (before !== undefined && before.type !== type) {
      throw badInput(
        ['input', 'type'],
        `The field "${key}" has the type ${before.type}, which never changes, got ${type}`,
      );
    }
    if (before === undefined && known.length >= limits.fields) {
      throw badInput(['input', 'key'], `An account may have ${limits.fields} fields, "${key}" would be one more`);
    }
    return upsertDefinition(tx, account, {
      key,
      label: label.trim(),
      type,
      options,
      mergeStrategy: input.mergeStrategy ?? before?.mergeStrategy ?? 'MOST_RECENT',
    });
  });
}

function optionsOf({ type, options }: FieldInput): readonly string[] | null {
  const chosen = type === 'CHOICE' || type === 'CHOICES';
  const given = [...new Set((options ?? []).map((option) => option.trim()))];
  if (!chosen && given.length > 0)
    throw badInput(['input', 'options'], `A field of the type ${type} takes no options, got ${given.length}`);
  if (!chosen) return null;
  if (given.length === 0 || given.length > limits.options) {
    throw badInput(
      ['input', 'options'],
      `A field of the type ${type} takes 1 to ${limits.options} options, got ${given.length}`,
    );
  }
  const wrong = given.find((option) => option === '' || option.length > limits.name);
  if (wrong !== undefined)
    throw badInput(['input', 'options'], `An option has 1 to ${limits.name} characters, got ${wrong.length}`);
  return given;
}
