import { randomUUID } from 'node:crypto';
import { type ErrorCode, errorCodes, isErrorCode } from '@ucp/kit/errors';
import { inputPathOf } from '@ucp/kit/input-path';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { limits } from './limits.ts';

/**
 * Stands for the id of the request where an error is formed, as nothing there knows whose it is; {@link withRequestId} puts it in.
 * Nobody outside can know the word. What follows a request through everything it waits for, as `AsyncLocalStorage` does, makes
 * every promise of the process twice as dear on Node 20.
 */
const requestIdPlace = randomUUID();

/** The text of an answer with the id of its request in each error. Errors are told first. @param id letters, digits, `_`, `.`, `-` */
export const withRequestId = (answer: string, id: string): string =>
  answer.startsWith('{"errors"') ? answer.replaceAll(requestIdPlace, id) : answer;

/** Codes of the server's own refusals, which are all the caller's to mend. */
const refusals: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What is said in place of a message that was not written for callers. */
const masks: Partial<Record<ErrorCode, string>> = {
  INTERNAL: 'Something went wrong on our side. If it goes on, tell us the request id.',
  SUBGRAPH_UNAVAILABLE: 'A part of the answer is not available at the moment. Try again in a few seconds.',
  SUBGRAPH_TIMEOUT: 'A part of the answer did not come in time. Try again in a few seconds.',
};

export function codeOf(code: unknown): ErrorCode {
  if (isErrorCode(code)) return code;
  return refusals.has(code) ? 'BAD_USER_INPUT' : 'INTERNAL';
}

/**
 * An error as callers see it: message, path and a code of the closed list; nothing else of what parts or libraries attach.
 */
export function formatError(
  { message, path, locations, extensions }: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = codeOf(extensions?.code);
  const field = fieldOf(extensions?.field, code, error);
  const part = typeof extensions?.part === 'string' ? { part: extensions.part } : {};
  return {
    message: masks[code] ?? message.replace(/^Context creation failed: /, ''),
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: {
      code,
      retryable: errorCodes[code].retryable,
      requestId: requestIdPlace,
      ...(field === null ? {} : { field }),
      ...part,
    },
  };
}

/** Path to the input that is wrong: as whoever refused it tells, or where the language refused it. */
function fieldOf(told: unknown, code: ErrorCode, error: unknown): readonly string[] | null {
  if (Array.isArray(told)) return told.map(String);
  return code === 'BAD_USER_INPUT' && error instanceof GraphQLError
    ? inputPathOf(error, { maxTokens: limits.tokens })
    : null;
}

/** A part that cannot answer is told once, however many fetches of the plan it missed. */
export function onceForEachPart<Result extends ExecutionResult>(result: Result): Result {
  const { errors } = result;
  if (errors === undefined || errors.length < 2) return result;
  const told = new Set<string>();
  const kept = errors.filter((error: GraphQLError) => {
    const { code, part } = error.extensions;
    if (code !== 'SUBGRAPH_UNAVAILABLE' && code !== 'SUBGRAPH_TIMEOUT') return true;
    const key = `${code} ${String(part)}`;
    return !told.has(key) && told.add(key);
  });
  return { ...result, errors: kept };
}
