import { setTimeout as wait } from 'node:timers/promises';
import { type ImportArguments, parseImportArguments, usage } from './import/arguments.ts';
import { createProgressLine, resultTable } from './import/progress.ts';
import { cancelImport, type ImportJob, readImport, sendFile } from './import/remote-import.ts';

/** Milliseconds between two looks at an import. */
const look = 300;

/** Sends a file, waits for its last row, and tells what became of it. @returns the exit code: 0 only when every row was taken in */
async function main(asked: ImportArguments): Promise<number> {
  const line = createProgressLine(process.stdout);
  const sending = new AbortController();
  let id: string | null = null;
  process.once('SIGINT', () => {
    process.stderr.write('\nCanceling; what is done stays.\n');
    if (id === null) sending.abort(new Error('Canceled while the file was sent; nothing was taken in'));
    else cancelImport(asked, id).catch(tellFailure);
  });
  const received = await sendFile(asked, line.sent, sending.signal);
  id = received.id;
  line.end();
  for (const { header, target } of received.columns) console.log(`  ${header} → ${target}`);
  const job = await finished(asked, id, line.taken);
  line.end();
  console.log(resultTable(job, asked.url));
  return job.state === 'COMPLETED' && job.rejected === 0 ? 0 : 1;
}

async function finished(asked: ImportArguments, id: string, taken: (job: ImportJob) => void): Promise<ImportJob> {
  for (;;) {
    const job = await readImport(asked, id);
    if (job.state !== 'RUNNING' && job.state !== 'RECEIVING') return job;
    taken(job);
    await wait(look);
  }
}

function tellFailure(error: unknown): void {
  const cause = Object(Object(error).cause);
  const reason = cause.code === 'ECONNREFUSED' ? 'Nobody answers at this address' : Object(error).message;
  console.error(`\n${String(reason).replace(/\.$/, '')}.`);
}

let parsed: ImportArguments | null = null;
try {
  parsed = parseImportArguments(process.argv.slice(2), process.env);
} catch (error) {
  console.error(`${Object(error).message}.\n\n${usage}`);
  process.exitCode = 2;
}
if (parsed !== null) {
  process.exitCode = await main(parsed).catch((error) => {
    tellFailure(error);
    return 1;
  });
}
