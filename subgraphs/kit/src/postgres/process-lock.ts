import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock is waited for as long as a first start may take, in milliseconds. */
const patience = 120_000;

/** When a process began, so that a number used again is not taken for it. Null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Name of this process that no later one can have. */
export const processName = (): string => `${process.pid}-${startOf(process.pid) ?? 'x'}`;

export function isRunning(name: string): boolean {
  const [pid, start] = name.split('-');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const began = startOf(Number(pid));
  return began === null || start === 'x' || start === began;
}

/** Runs `work` while no other living process holds the lock at `place`, a folder made and removed. */
export async function withLock<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  const holder = path.join(place, 'holder');
  for (let waited = 0; !take(place, holder); waited += 50) {
    if (waited > patience)
      throw new Error('Another process has been starting PostgreSQL for two minutes; end it and try again.');
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function take(place: string, holder: string): boolean {
  const own = `${place}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, 'holder'), processName());
  try {
    // Renaming a folder onto one that is not empty fails: only one of several succeeds.
    renameSync(own, place);
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true });
    if (existsSync(holder) && !isRunning(readFileSync(holder, 'utf8'))) rmSync(place, { recursive: true, force: true });
    return false;
  }
}

/** The living processes that use something, each with a file of its name in `folder`; the dead ones' files are removed. */
export function usersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => {
    if (isRunning(name)) return true;
    rmSync(path.join(folder, name), { force: true });
    return false;
  });
}
