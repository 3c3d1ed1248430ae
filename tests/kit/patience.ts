import { vi } from 'vitest';

/** What starts the product or a browser takes longer than other tests, on a machine that does other things too; in milliseconds. */
const patience = 120_000;

/** Gives every test of the file that calls it, before its first test, the time that processes of their own take. */
export const waitForProcesses = (): void => {
  vi.setConfig({ testTimeout: Math.max(patience, Number(process.env.UCP_TEST_TIMEOUT ?? 0)) });
};
