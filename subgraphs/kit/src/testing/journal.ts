import { fileURLToPath } from 'node:url';
import { createClock } from '../clock.ts';
import { createDatabase } from '../database.ts';
import { appendToJournal, type Journal } from '../journal.ts';
import { createLocalJournal } from '../local-journal.ts';
import { createLog } from '../log.ts';
import { migrate } from '../migrate.ts';
import { createTestDatabase } from './database.ts';

/** A part that has a journal, of which nothing but that it moves is of interest. */
export interface TestJournal {
  readonly name: string;
  readonly journal: Journal;
  /** Something is committed in an account. */
  readonly happens: (account: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openTestJournal(name: string): Promise<TestJournal> {
  const log = createLog(name, 'silent');
  const path = fileURLToPath(new URL('../../migrations', import.meta.url));
  const { url, drop } = await createTestDatabase({
    template: 'kit_alone',
    prepare: (template) => migrate(template, [{ name: 'kit', path }]),
  });
  const db = createDatabase({ url, clock: createClock(), log });
  const readAfter = async () => ({ rev: 0, entries: [], more: false });
  const journal = createLocalJournal({ db, url, log, readAfter });
  await journal.start();
  return {
    name,
    journal,
    happens: async (account) => {
      await appendToJournal({ query: db.write }, account, []);
      journal.announce();
    },
    close: async () => {
      await journal.stop();
      await db.close();
      await drop();
    },
  };
}
