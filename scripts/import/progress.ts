import type { ImportJob } from './remote-import.ts';

/** A part of one, in whole per cent; 100 only when it is all. */
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((100 * part) / whole));
const width = 30;
const plainEvery = 5_000;

export interface ProgressLine {
  readonly sent: (bytes: number, of: number) => void;
  readonly taken: (job: ImportJob) => void;
  readonly end: () => void;
}

/** One line that is drawn over on a terminal; elsewhere, as in a log, a line every five seconds. */
export function createProgressLine(out: NodeJS.WriteStream): ProgressLine {
  let last = '';
  let toldAt = Number.NEGATIVE_INFINITY;
  const show = (text: string, now: number): void => {
    if (text === last) return;
    if (out.isTTY) out.write(`\r\u001b[K${text}`);
    else if (now - toldAt < plainEvery) return;
    else out.write(`${text}\n`);
    toldAt = now;
    last = text;
  };
  return {
    sent: (bytes, of) => show(barOf('Sending ', percent(bytes, of)), performance.now()),
    taken: (job) => show(`${barOf('Taking in', percent(job.processed, job.rows))}${rateOf(job)}`, performance.now()),
    end: () => {
      if (out.isTTY && last !== '') out.write('\r\u001b[K');
    },
  };
}

function barOf(what: string, done: number): string {
  const full = Math.round((width * done) / 100);
  return `${what} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(done).padStart(3)} %`;
}

function rateOf({ rows, rowsPerSecond, remainingSeconds }: ImportJob): string {
  const rate = rowsPerSecond === null ? '' : `, ${rowsPerSecond.toLocaleString('en')} a second`;
  const left = remainingSeconds === null ? '' : `, ${durationOf(remainingSeconds)} left`;
  return ` of ${rows.toLocaleString('en')} rows${rate}${left}`;
}

/** 75 as 1:15. */
const durationOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** What became of the rows, for people. */
export function resultTable(job: ImportJob, url: string): string {
  const lines: [string, number][] = [
    ['created', job.created],
    ['updated', job.updated],
    ['merged', job.merged],
    ['kept apart for review', job.refused],
    ['skipped', job.skipped],
    ['rejected', job.rejected],
  ];
  const counts = lines.map(([what, count]) => `  ${what.padEnd(22)}${count.toLocaleString('en').padStart(10)}`);
  const head = `${job.dryRun ? 'Dry run of' : 'Import'} ${job.id} ${job.state.toLowerCase()}: ${job.processed.toLocaleString('en')} of ${job.rows.toLocaleString('en')} rows`;
  const why = job.failure === null ? [] : [`  ${job.failure}`];
  const rejected = job.rejected === 0 ? [] : [`  The rejected rows: ${url}/imports/${job.id}/rejected.csv`];
  return [head, ...why, ...counts, ...rejected].join('\n');
}
