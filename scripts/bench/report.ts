import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** One figure: what was measured, of whom, against whom. */
export interface Figure {
  readonly case: string;
  readonly subject: string;
  readonly peer: string | null;
  readonly figure: number;
  readonly unit: string;
  /** How often better than the peer in the same run; null without one. */
  readonly ratio: number | null;
}

/** Where tables and plots are kept. */
export const benchFolder = new URL('../../.data/bench/', import.meta.url);

/** Prints the table and keeps it, with the machine it was measured on. */
export function report(name: string, rows: readonly Figure[]): void {
  console.table(rows);
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model, cores: cpus().length, memory: totalmem(), node: process.version };
  mkdirSync(benchFolder, { recursive: true });
  writeFileSync(
    new URL(`${name}.json`, benchFolder),
    `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
  );
}
