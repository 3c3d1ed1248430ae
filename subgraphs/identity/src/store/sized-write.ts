import type { JournalWrite } from '@ucp/kit/journal';

/** A write of many rows; one without rows is left out of the closing statement. */
export interface SizedWrite extends JournalWrite {
  readonly rows: number;
}

/** Columns of rows for `unnest`: one array for each key. */
export const columns = <Row, Key extends keyof Row>(rows: readonly Row[], keys: readonly Key[]): Row[Key][][] =>
  keys.map((key) => rows.map((row) => row[key]));
