import { BrokenCircuitError, ConsecutiveBreaker, ConstantBackoff, circuitBreaker, handleWhen, retry } from 'cockatiel';
import type { Caller } from './caller.ts';
import type { Connection, GraphResult } from './connection.ts';
import { CodedError } from './errors.ts';
import { createIdenticalReads } from './identical-reads.ts';
import { createIsRead } from './is-read.ts';
import { deadline, identicalReads, lateAnswers, leftAloneFor, retryAfter, Unreached } from './remote-limits.ts';

/** Sends the bytes of one request and gives those of its answer. @param wait milliseconds it may take */
type Post = (body: string, caller: Caller, wait: number) => Promise<Buffer>;

/**
 * The graph of a part in another process. A read that does not reach the part is asked once more within the same deadline,
 * and shared with identical reads of the same caller; a write is sent once. A part that is late again and again is left alone
 * for a moment, so that callers are told at once and not after a deadline each.
 */
export function createRemoteGraph(name: string, post: Post): Connection['execute'] {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof CodedError && error.code === 'SUBGRAPH_TIMEOUT'),
    { halfOpenAfter: leftAloneFor, breaker: new ConsecutiveBreaker(lateAnswers) },
  );
  const onceMore = retry(
    handleWhen((error) => error instanceof Unreached),
    { maxAttempts: 1, backoff: new ConstantBackoff(retryAfter) },
  );
  const isRead = createIsRead();
  const shared = createIdenticalReads<Buffer>(identicalReads);

  const send = async (body: string, caller: Caller, until: number): Promise<Buffer> => {
    try {
      return await breaker.execute(() => post(body, caller, Math.max(1, Math.ceil(until - performance.now()))));
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new CodedError(
          'SUBGRAPH_UNAVAILABLE',
          `${name} has not answered in time and is left alone for a moment.`,
        );
      throw error;
    }
  };

  return async (request, caller) => {
    const body = JSON.stringify(request);
    if (!isRead(request.query)) return resultOf(name, await send(body, caller, performance.now() + deadline));
    const answer = await shared(readKey(body, caller), () => {
      const until = performance.now() + deadline;
      return onceMore.execute(() => send(body, caller, until));
    });
    return resultOf(name, answer);
  };
}

/**
 * Who asks counts with all that an answer may depend on, the client's question too: a part may answer from what it read for that
 * question before. Only the name of the request does not count.
 */
const readKey = (body: string, { requestId: _, ...caller }: Caller): string => `${JSON.stringify(caller)} ${body}`;

/** Read anew for each question: whoever gets it may change it. */
function resultOf(name: string, body: Buffer): GraphResult {
  try {
    const result: unknown = JSON.parse(body.toString('utf8'));
    if (typeof result === 'object' && result !== null && ('data' in result || 'errors' in result))
      return result as GraphResult;
  } catch {
    // Not JSON: the same as any other answer that is none.
  }
  throw new CodedError('SUBGRAPH_UNAVAILABLE', `${name} gave an answer that is none.`);
}
