interface Progress {
  readonly state: string;
  readonly rows: number;
  readonly processed: number;
  readonly workedMs: number;
}

/** Rows a second over the time spent on batches; null before there was any. */
export const rateOf = (processed: number, workedMs: number): number | null =>
  processed === 0 || workedMs <= 0 ? null : Math.round((processed * 1_000) / workedMs);

/** Seconds for the rows that are left, at the rate so far; null while that is not known, and when there is nothing to wait for. */
export function remainingSeconds({ state, rows, processed, workedMs }: Progress): number | null {
  if (state !== 'RUNNING' || processed === 0) return null;
  return Math.round(((rows - processed) * workedMs) / (processed * 1_000));
}
