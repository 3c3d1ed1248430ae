import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { atOnce, type Post, text } from './local-provider.ts';

const quiet = new Logger(() => () => {});
const chunk = 1_000;

/** Bare jobs that each hand a message over, tuned as they go fastest. @returns jobs a second, from the start of the worker until every one is done */
export async function bareJobs(url: string, post: Post, messages: number): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString: url, logger: quiet });
  await utils.migrate();
  for (let from = 0; from < messages; from += chunk) {
    await utils.addJobs(
      Array.from({ length: Math.min(chunk, messages - from) }, (_, i) => ({
        identifier: 'bare',
        payload: { to: `reader${from + i}@example.com`, body: text },
      })),
    );
  }
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const began = performance.now();
  const runner = await run({
    connectionString: url,
    logger: quiet,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: atOnce,
        maxPoolSize: 10,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: {
      bare: async (payload) => {
        await post(Object(payload));
        done += 1;
        if (done === messages) finish();
      },
    },
  });
  await finished;
  // The last ones are written as done.
  await runner.stop();
  const seconds = (performance.now() - began) / 1_000;
  await utils.release();
  return messages / seconds;
}
