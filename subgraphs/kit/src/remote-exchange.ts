import type { Dispatcher, Pool } from 'undici';
import { CodedError } from './errors.ts';
import { answerLimit } from './remote-limits.ts';

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/**
 * Sends one request and gathers its answer up to the limit. The pool's own `request` makes a stream, an iterator and a signal of
 * each answer, which took more of the processor than the answer itself.
 * @param wait milliseconds until the answer must be whole; null: the pool's own limits between its pieces
 */
export const exchange = (pool: Pool, options: Dispatcher.DispatchOptions, wait: number | null): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let headers: Answer['headers'] = {};
    let given: Error | null = null;
    let controller: Dispatcher.DispatchController | null = null;
    const giveUp = (error: Error): void => {
      given = error;
      controller?.abort(error);
      reject(error);
    };
    const timer = wait === null ? undefined : setTimeout(() => giveUp(new Error('timeout')), wait);
    pool.dispatch(options, {
      onRequestStart: (started) => {
        controller = started;
        // It waited for a connection for too long.
        if (given !== null) started.abort(given);
      },
      onResponseStart: (_controller, code, received) => {
        status = code;
        headers = received;
      },
      onResponseData: (_controller, chunk) => {
        size += chunk.length;
        if (size > answerLimit)
          giveUp(new CodedError('SUBGRAPH_UNAVAILABLE', `An answer of a part may have at most ${answerLimit} bytes.`));
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        clearTimeout(timer);
        resolve({ status, headers, body: Buffer.concat(chunks, size) });
      },
      onResponseError: (_controller, error) => {
        clearTimeout(timer);
        reject(error);
      },
    });
  });
