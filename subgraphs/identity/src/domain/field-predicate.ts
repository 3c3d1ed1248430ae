import { badInput } from '@ucp/kit/errors';
import { comparedValues } from '@ucp/kit/leaf';
import { comparedValue, type FieldType, type FieldValue } from './fields.ts';
import { anyNumber, isInRange, type NumberRange, noNumber } from './number-range.ts';

type Given<Value> = Value | null | undefined;

/** How the value of a field must be; all that is given holds together. */
export interface FieldPredicate {
  readonly key: string;
  readonly equals?: unknown;
  readonly in?: Given<readonly unknown[]>;
  readonly greaterThan?: unknown;
  readonly lessThan?: unknown;
  readonly contains?: Given<string>;
  readonly exists?: Given<boolean>;
}

/** A value as it is compared: dates and moments in milliseconds since 1970. */
export type Comparable = string | number | boolean | readonly string[];

/** A predicate about a field of a known type. */
export interface FieldCondition {
  /** Whether a contact without a value matches. */
  readonly absent: boolean;
  /** Whether a value matches. */
  readonly holds: (value: Comparable) => boolean;
  /** The same for a field whose values are compared as numbers. */
  readonly numbers: NumberRange;
  /** Of a single text: it is one of these, in lower case. Null: it may be any. */
  readonly equalTo: ReadonlySet<string> | null;
}

/** Types whose values are compared as numbers. */
export const isNumeric = (type: FieldType): boolean => type === 'NUMBER' || type === 'DATE' || type === 'DATE_TIME';

const isText = (type: FieldType): boolean => type === 'TEXT' || type === 'CHOICE' || type === 'CHOICES';

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

export const comparableOf = (type: FieldType, value: Exclude<FieldValue, null>): Comparable =>
  typeof value === 'string' && isNumeric(type) ? Date.parse(value) : value;

/** Text is compared in lower case. */
export const foldOf = (text: string): string => text.toLowerCase();

/**
 * @param type undefined: the account has no such field
 * @param path where the condition stands in what was asked
 * @throws CodedError BAD_USER_INPUT for a field the account does not have, which would match nobody without a word, and for a
 * comparison that its type does not have
 */
export function fieldCondition(
  type: FieldType | undefined,
  predicate: FieldPredicate,
  path: readonly string[],
): FieldCondition {
  if (type === undefined) throw badInput([...path, 'key'], `The account has no field "${predicate.key.slice(0, 100)}"`);
  refuseNull(predicate, path);
  const operandOf = operandsOf(type, predicate.key, path);
  const equals = isGiven(predicate.equals) ? [operandOf(predicate.equals, 'equals')] : null;
  const among = predicate.in
    ? listed(predicate.in, [...path, 'in']).map((one, i) => operandOf(one, 'in', String(i)))
    : null;
  const above = isGiven(predicate.greaterThan) ? operandOf(predicate.greaterThan, 'greaterThan') : null;
  const below = isGiven(predicate.lessThan) ? operandOf(predicate.lessThan, 'lessThan') : null;
  const part = isGiven(predicate.contains) ? operandOf(predicate.contains, 'contains') : null;
  const lists = [equals, among].flatMap((list) => (list === null ? [] : [new Set(list)]));
  if (predicate.exists === false) {
    const asked = lists.length > 0 || [above, below, part].some(isGiven);
    return { absent: !asked, holds: () => false, numbers: noNumber, equalTo: null };
  }
  if (isNumeric(type)) {
    const numbers = {
      above: typeof above === 'number' ? above : anyNumber.above,
      below: typeof below === 'number' ? below : anyNumber.below,
      among: intersectionOf(lists.map(numbersOf)),
    };
    const holds = (value: Comparable): boolean => typeof value === 'number' && isInRange(numbers, value);
    return { absent: false, holds, numbers, equalTo: null };
  }
  const holds = (value: Comparable): boolean => {
    const values: readonly Comparable[] = typeof value === 'object' ? value : [value];
    const folded = values.map((one) => (typeof one === 'string' ? foldOf(one) : one));
    return (
      lists.every((list) => folded.some((one) => list.has(one))) &&
      (typeof part !== 'string' || folded.some((one) => typeof one === 'string' && one.includes(part)))
    );
  };
  const isOneText = type === 'TEXT' || type === 'CHOICE';
  const equalTo = isOneText && lists[0] !== undefined ? textsOf(lists[0]) : null;
  return { absent: false, holds, numbers: noNumber, equalTo };
}

/** Whoever writes that a field equals null wants those who have no value, which no comparison means. */
function refuseNull(predicate: FieldPredicate, path: readonly string[]): void {
  const written = Object.entries(predicate).filter(([name]) => name !== 'key');
  const [none] = written.find(([, value]) => value === null) ?? [];
  if (none === undefined || written.some(([, value]) => isGiven(value))) return;
  throw badInput([...path, none], `"${none}" takes a value, got null; "exists": false asks for contacts without one`);
}

function listed(values: readonly unknown[], path: readonly string[]): readonly unknown[] {
  if (values.length === 0 || values.length > comparedValues)
    throw badInput(
      path,
      `"in" takes 1 to ${comparedValues.toLocaleString('en')} values, got ${values.length.toLocaleString('en')}`,
    );
  return values;
}

type Comparison = Exclude<keyof FieldPredicate, 'key' | 'exists'>;

/** Reads what a field of a type is compared with. */
const operandsOf =
  (type: FieldType, key: string, condition: readonly string[]) =>
  (value: unknown, ...[comparison, ...place]: readonly [Comparison, ...string[]]): Comparable => {
    const path = [...condition, comparison, ...place];
    if ((comparison === 'greaterThan' || comparison === 'lessThan') && !isNumeric(type))
      throw badInput(path, `"${comparison}" is for fields of the type NUMBER, DATE or DATE_TIME, "${key}" is ${type}`);
    if (comparison === 'contains' && !isText(type))
      throw badInput(path, `"contains" is for fields of the type TEXT, CHOICE or CHOICES, "${key}" is ${type}`);
    const compared = comparedValue(type, value);
    if ('refused' in compared) throw badInput(path, `The field "${key}" ${compared.refused}`);
    const comparable = comparableOf(type, compared.value);
    return typeof comparable === 'string' ? foldOf(comparable) : comparable;
  };

const numbersOf = (list: ReadonlySet<Comparable>): ReadonlySet<number> =>
  new Set([...list].filter((one) => typeof one === 'number'));

const textsOf = (list: ReadonlySet<Comparable>): ReadonlySet<string> =>
  new Set([...list].filter((one) => typeof one === 'string'));

function intersectionOf(lists: readonly ReadonlySet<number>[]): ReadonlySet<number> | null {
  const [first, ...others] = lists;
  if (first === undefined) return null;
  return new Set([...first].filter((one) => others.every((list) => list.has(one))));
}
