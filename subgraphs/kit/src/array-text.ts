/**
 * Arrays as PostgreSQL writes them, for the batches that come by the thousand: the driver looks at each element for what it may
 * be, which takes longer than all else of a batch. A parameter of such a text needs its type in the statement.
 */

/** Of numbers, truth values, ids and moments as ISO text, which need no quotes; null is none. */
export const plainArray = (values: readonly (number | boolean | string | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

export const momentArray = (values: readonly Date[]): string =>
  `{${values.map((value) => value.toISOString()).join(',')}}`;

export const textArray = (values: readonly (string | null)[]): string => `{${values.map(quoted).join(',')}}`;

/** Between JSON texts: a character that no JSON text holds as it is. A statement takes them apart by `string_to_array`. */
export const jsonSeparator = '\u001e';

/** Of values as JSON; `jsonArrayOf` reads it. */
export const jsonArray = (values: readonly object[]): string =>
  values.map((value) => JSON.stringify(value)).join(jsonSeparator);

/** SQL that reads a parameter made by `jsonArray`. */
export const jsonArrayOf = (parameter: string): string => `string_to_array(${parameter}::text, E'\\x1e')::jsonb[]`;

const special = /["\\]/;
const quoted = (value: string | null): string => {
  if (value === null) return 'NULL';
  return special.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
};
