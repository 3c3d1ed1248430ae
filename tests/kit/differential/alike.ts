import type { ExecutionResult } from 'graphql';

/**
 * What two executors must tell alike of an answer beside its data: every error and problem, in any order. Of paths without the
 * numbers: Apollo's are those of another object when a part is not asked about every object of a list.
 */
export function alike({ errors = [], extensions = {} }: ExecutionResult): readonly unknown[] {
  const { valueCompletion } = extensions;
  const problems: readonly unknown[] = Array.isArray(valueCompletion) ? valueCompletion : [];
  return [...errors, ...problems].map(told).sort();
}

function told(error: unknown): string {
  const { message, path, extensions } = Object(error);
  const names = Array.isArray(path)
    ? path.map((step) => (typeof step === 'number' ? '#' : clientName(String(step))))
    : null;
  return JSON.stringify({ message, names, extensions });
}

/** Apollo tells the name under which the planner asked a part. */
const clientName = (step: string): string => step.replace(/__alias_\d+$/, '');

/**
 * Whether an error's path is a way through the data that ends at what the error can have taken: a null, or an object of which
 * fields are missing. What was asked of a part for another part's sake only is not in the data.
 */
export function leadsToGap({ data }: ExecutionResult, path: readonly (string | number)[]): boolean {
  let value: unknown = data;
  for (const step of path) {
    if (value === null) return true;
    if (Array.isArray(value)) {
      if (typeof step !== 'number' || step >= value.length) return false;
    } else if (typeof step === 'number') return false;
    else if (!Object.hasOwn(Object(value), step)) return true;
    value = Object(value)[step];
  }
  return typeof value === 'object';
}
