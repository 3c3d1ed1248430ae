import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel a second, the same on every Linux that Node runs on. */
const ticks = 100;

interface Stat {
  readonly parent: number;
  /** Of the process itself, in ticks. */
  readonly own: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

/**
 * Processor time of a PostgreSQL server of this machine with all that it started, in seconds. Tells more than the clock where a
 * machine is shared. NaN where the kernel does not tell, as on anything but Linux.
 * @param backend process id of one of its connections
 */
export function serverSeconds(backend: number): number {
  const server = statOf(backend)?.parent;
  const own = server === undefined ? null : statOf(server);
  if (own === null) return Number.NaN;
  const children = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    return stat !== null && stat.parent === server ? [stat.own + stat.ended] : [];
  });
  return children.reduce((sum, each) => sum + each, own.own + own.ended) / ticks;
}

export function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Processor time of processes of this machine with all that they started, in seconds. */
export function treeSeconds(pids: readonly number[]): number {
  const stats = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    return stat === null ? [] : [{ ...stat, pid: Number(name) }];
  });
  const within = new Set(pids);
  // A child may have a lower number than its parent where numbers began anew.
  for (let size = 0; size !== within.size; ) {
    size = within.size;
    for (const { pid, parent } of stats) if (within.has(parent)) within.add(pid);
  }
  return stats.reduce((sum, { pid, own, ended }) => (within.has(pid) ? sum + own + ended : sum), 0) / ticks;
}

/** Null for a process that is gone. Source: proc(5), whose second field is a name in parentheses that may hold blanks. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent, ...rest] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [own, kernel, ended, kernelOfEnded] = rest.slice(9);
    return {
      parent: parent ?? 0,
      own: (own ?? 0) + (kernel ?? 0),
      ended: (ended ?? 0) + (kernelOfEnded ?? 0),
    };
  } catch {
    return null;
  }
}
