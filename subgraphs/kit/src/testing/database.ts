import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Test databases begin with this and carry the process that made them, so that a killed run's are found. */
const prefix = 'ucp_test';
/** Any number: those who make a template take turns. */
const templateLock = 7_302_012;

/**
 * A database of its own for a test file, copied from a template that `prepare` fills once per run and name.
 * Copying takes some 30 ms where migrating anew takes ten times that.
 */
export async function createTestDatabase(options: {
  readonly template: string;
  readonly prepare: (url: string) => Promise<void>;
}): Promise<TestDatabase> {
  const adminUrl = inject('adminDatabaseUrl');
  const run = process.ppid;
  const template = `${prefix}_${run}_t_${createHash('sha256').update(options.template).digest('hex').slice(0, 12)}`;
  const name = `${prefix}_${run}_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    if (!(await exists(admin, template))) {
      const making = `${template}_m`;
      await admin.query(`drop database if exists ${making}`);
      await admin.query(`create database ${making}`);
      await options.prepare(urlOf(adminUrl, making));
      await admin.query(`alter database ${making} rename to ${template}`);
    }
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
    await admin.query('select pg_advisory_unlock($1)', [templateLock]);
  });
  return {
    url: urlOf(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Removes the test databases of earlier runs of this machine. */
export async function dropLeftovers(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) {
      if (!isOfLivingRun(name)) await admin.query(`drop database if exists ${name} with (force)`);
    }
  });
}

function isOfLivingRun(name: string): boolean {
  try {
    process.kill(Number(name.split('_')[2]), 0);
    return true;
  } catch {
    return false;
  }
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('select 1 from pg_database where datname = $1', [name])).rows.length > 0;
}

async function asAdmin<Result>(adminUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
