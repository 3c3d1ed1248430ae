import pg from 'pg';

const there = "select to_regclass('graphile_worker._private_jobs') is not null as there";

/**
 * Makes the tables of jobs where there are none yet. By a connection of its own, which may take its time: a process that starts loads
 * its modules, and on a busy machine it comes to an answer later than a request may wait.
 */
export async function ensureJobs(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(there);
    if (rows[0]?.there === true) return;
  } finally {
    await client.end().catch(() => {});
  }
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url, logger: await silentLogger() });
}

/** What jobs say of themselves goes nowhere: what fails is told by whoever runs it. */
export async function silentLogger() {
  const { Logger: JobLogger } = await import('graphile-worker');
  return new JobLogger(() => () => {});
}
