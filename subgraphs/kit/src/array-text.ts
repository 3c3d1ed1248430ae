/**
 * Arrays as PostgreSQL writes them, for the batches that come by the thousand: the driver looks at each element for what it may
 * be, which takes longer than all else of a batch. A parameter of such a text needs its type in the statement.
 */

/** Of numbers, truth values and ids, which need no quotes; null is none. */
export const plainArray = (values: readonly (number | boolean | string | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

export const textArray = (values: readonly (string | null)[]): string => `{${values.map(quoted).join(',')}}`;

const special = /["\\]/;
const quoted = (value: string | null): string => {
  if (value === null) return 'NULL';
  return special.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
};

/** Of moments, of which some may be none. */
export const momentTexts = (values: readonly (Date | null)[]): string =>
  plainArray(values.map((value) => (value === null ? null : `"${value.toISOString()}"`)));
