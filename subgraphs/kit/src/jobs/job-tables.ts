import type { Database } from '../database.ts';

/** Makes the tables of jobs where there are none yet. */
export async function ensureJobs(db: Database, url: string): Promise<void> {
  const { rows } = await db.pool.query("select to_regclass('graphile_worker._private_jobs') is not null as there");
  if (rows[0]?.there === true) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url, logger: await silentLogger() });
}

/** What jobs say of themselves goes nowhere: what fails is told by whoever runs it. */
export async function silentLogger() {
  const { Logger: JobLogger } = await import('graphile-worker');
  return new JobLogger(() => () => {});
}
