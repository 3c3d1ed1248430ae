import { isCalendarDate } from '@ucp/kit/moments';
import { isKeepable } from './keepable.ts';
import { limits } from './limits.ts';

export type FieldType = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'DATE_TIME' | 'CHOICE' | 'CHOICES';

/**
 * Which value is shown of contacts that are one: the most recent, the survivor's, the oldest; of `CHOICES` all together; of
 * numbers, dates and moments the greatest or the least.
 */
export type MergeStrategy = 'MOST_RECENT' | 'SURVIVOR' | 'OLDEST' | 'UNION' | 'MAX' | 'MIN';

/** Types a strategy is for; absent: all of them. */
export const typesOfStrategy: Readonly<Partial<Record<MergeStrategy, readonly FieldType[]>>> = {
  UNION: ['CHOICES'],
  MAX: ['NUMBER', 'DATE', 'DATE_TIME'],
  MIN: ['NUMBER', 'DATE', 'DATE_TIME'],
};

export interface FieldDefinition {
  readonly fieldNo: number;
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly options: readonly string[] | null;
  readonly mergeStrategy: MergeStrategy;
}

export type FieldValue = string | number | boolean | readonly string[] | null;

const date = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 100);

/** A value in the JSON form of its field's type, or a sentence naming field, type and what came. Null empties the field. */
export function parseFieldValue(
  field: FieldDefinition,
  value: unknown,
): { readonly value: FieldValue } | { readonly refused: string } {
  if (value === null || value === undefined || value === '') return { value: null };
  const parsed = parseAs(field, value);
  return parsed === null
    ? { refused: `The field "${field.key}" takes ${wanted(field)}, got ${shown(value)}` }
    : { value: parsed };
}

/** A value that a field of a type may be compared with, whether or not it may be chosen; or the rest of a sentence that begins with the field. */
export function comparedValue(
  type: FieldType,
  value: unknown,
): { readonly value: Exclude<FieldValue, null> } | { readonly refused: string } {
  if (type === 'TEXT' || type === 'CHOICE' || type === 'CHOICES')
    return typeof value === 'string' ? { value } : { refused: `is compared with text, got ${shown(value)}` };
  const field = { type, options: null };
  const parsed = parseAs(field, value);
  return parsed === null ? { refused: `takes ${wanted(field)}, got ${shown(value)}` } : { value: parsed };
}

type Taken = Pick<FieldDefinition, 'type' | 'options'>;

function parseAs({ type, options }: Taken, value: unknown): FieldValue {
  switch (type) {
    case 'TEXT':
      return typeof value === 'string' && value.length <= limits.text && isKeepable(value) ? value : null;
    case 'NUMBER':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : null;
    case 'DATE':
      return typeof value === 'string' && date.test(value) && isCalendarDate(value) ? value : null;
    case 'DATE_TIME':
      return typeof value === 'string' &&
        moment.test(value) &&
        isCalendarDate(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value))
        ? new Date(value).toISOString()
        : null;
    case 'CHOICE':
      return typeof value === 'string' && options?.includes(value) ? value : null;
    case 'CHOICES':
      return choices(value, options ?? []);
  }
}

function choices(value: unknown, options: readonly string[]): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const chosen = value.filter((each) => typeof each === 'string' && options.includes(each));
  return chosen.length === value.length ? [...new Set<string>(chosen)] : null;
}

function wanted({ type, options }: Taken): string {
  const list = (options ?? [])
    .slice(0, 10)
    .map((option) => `"${option}"`)
    .join(', ');
  const kinds: Readonly<Record<FieldType, string>> = {
    TEXT: `text of at most ${limits.text} characters`,
    NUMBER: 'a number',
    BOOLEAN: 'true or false',
    DATE: 'a date as 2026-03-01',
    DATE_TIME: 'a moment with offset as 2026-03-01T09:30:00Z',
    CHOICE: `one of ${list}`,
    CHOICES: `a list out of ${list}`,
  };
  return kinds[type];
}

/** Text of a cell in the JSON form of a field's type. What does not fit stays text, for `parseFieldValue` to refuse. */
export function fieldValueOfText({ type }: FieldDefinition, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (type) {
    case 'NUMBER':
      return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : trimmed;
    case 'BOOLEAN':
      if (/^(true|yes|y|1)$/i.test(trimmed)) return true;
      return /^(false|no|n|0)$/i.test(trimmed) ? false : trimmed;
    case 'CHOICES':
      return trimmed
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    default:
      return trimmed;
  }
}
