import { badInput } from '@ucp/kit/errors';
import { type FieldDefinition, type FieldType, parseFieldValue } from './fields.ts';
import type { FieldPredicate } from './predicate.ts';

/** Types whose values have an order, and those whose values are text. */
const ordered: ReadonlySet<FieldType> = new Set(['NUMBER', 'DATE', 'DATE_TIME']);
const texts: ReadonlySet<FieldType> = new Set(['TEXT', 'CHOICE', 'CHOICES']);

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 100);

/**
 * Whether a condition can be asked of the account's fields: what cannot hold for anybody would match nobody without a word.
 * @param path where the condition stands in what was asked
 * @throws CodedError BAD_USER_INPUT for a field the account does not have, and for a comparison that does not fit the field's type
 */
export function checkFieldPredicate(
  definitions: readonly FieldDefinition[],
  predicate: FieldPredicate,
  path: readonly string[],
): void {
  const field = definitions.find(({ key }) => key === predicate.key);
  if (field === undefined)
    throw badInput([...path, 'key'], `The account has no field "${predicate.key.slice(0, 100)}"`);
  const { equals, in: values, greaterThan, lessThan, contains } = predicate;
  if (isGiven(equals)) checkValue(field, equals, [...path, 'equals']);
  values?.forEach((value, i) => {
    checkValue(field, value, [...path, 'in', String(i)]);
  });
  for (const [name, value] of Object.entries({ greaterThan, lessThan })) {
    if (!isGiven(value)) continue;
    if (!ordered.has(field.type))
      throw badInput(
        [...path, name],
        `"${name}" is for numbers, dates and moments, and the field "${field.key}" is ${field.type}`,
      );
    checkValue(field, value, [...path, name]);
  }
  if (isGiven(contains) && (field.type === 'NUMBER' || field.type === 'BOOLEAN'))
    throw badInput([...path, 'contains'], `"contains" is for text, and the field "${field.key}" is ${field.type}`);
}

function checkValue(field: FieldDefinition, value: unknown, path: readonly string[]): void {
  if (texts.has(field.type)) {
    if (typeof value !== 'string')
      throw badInput(path, `The field "${field.key}" is compared with text, got ${shown(value)}`);
    return;
  }
  const parsed = parseFieldValue(field, value);
  if ('refused' in parsed) throw badInput(path, parsed.refused);
  if (parsed.value === null) throw badInput(path, `The field "${field.key}" is ${field.type}, got ${shown(value)}`);
}
