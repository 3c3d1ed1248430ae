import { GraphQLError } from 'graphql';

/**
 * The closed list of error codes of every surface. `retryable` tells a client whether the same request may succeed later;
 * `status` is the HTTP status where a whole request fails with it.
 */
export const errorCodes = {
  UNAUTHENTICATED: { retryable: false, status: 401 },
  FORBIDDEN: { retryable: false, status: 403 },
  NOT_FOUND: { retryable: false, status: 404 },
  BAD_USER_INPUT: { retryable: false, status: 400 },
  CONSENT_REQUIRED: { retryable: false, status: 422 },
  SUPPRESSED: { retryable: false, status: 422 },
  MERGE_CONFLICT: { retryable: false, status: 409 },
  IDEMPOTENCY_MISMATCH: { retryable: false, status: 409 },
  IDEMPOTENCY_IN_PROGRESS: { retryable: true, status: 409 },
  RATE_LIMITED: { retryable: true, status: 429 },
  COST_LIMIT_EXCEEDED: { retryable: false, status: 400 },
  SUBGRAPH_UNAVAILABLE: { retryable: true, status: 503 },
  SUBGRAPH_TIMEOUT: { retryable: true, status: 504 },
  OVERLOADED: { retryable: true, status: 503 },
  INTERNAL: { retryable: false, status: 500 },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Codes a mutation reports in `userErrors`: mistakes the caller can mend. */
export type UserErrorCode =
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONSENT_REQUIRED'
  | 'SUPPRESSED'
  | 'MERGE_CONFLICT'
  | 'IDEMPOTENCY_MISMATCH'
  | 'IDEMPOTENCY_IN_PROGRESS';

export interface UserError {
  readonly code: UserErrorCode;
  readonly field: readonly string[] | null;
  readonly message: string;
}

const userErrorCodes: ReadonlySet<string> = new Set<UserErrorCode>([
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONSENT_REQUIRED',
  'SUPPRESSED',
  'MERGE_CONFLICT',
  'IDEMPOTENCY_MISMATCH',
  'IDEMPOTENCY_IN_PROGRESS',
]);

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

export function isUserErrorCode(code: unknown): code is UserErrorCode {
  return typeof code === 'string' && userErrorCodes.has(code);
}

/**
 * A failure with a code of the closed list. Its message is a sentence for the caller and is shown as it stands:
 * the thing, the limit and what came; never SQL, addresses of hosts, or names of libraries.
 */
export class CodedError extends GraphQLError {
  readonly code: ErrorCode;
  /** Path to the input that is wrong, or null when no single input is. */
  readonly field: readonly string[] | null;
  /** Whose failure it is, where several parts answer together. */
  readonly part: string | null;

  /** @param part whose failure it is, where several parts answer together: it is told once */
  constructor(code: ErrorCode, message: string, field: readonly string[] | null = null, part: string | null = null) {
    super(message, {
      extensions: { code, ...(field === null ? {} : { field }), ...(part === null ? {} : { part }) },
    });
    this.code = code;
    this.field = field;
    this.part = part;
  }
}

export const badInput = (field: readonly string[] | null, message: string): CodedError =>
  new CodedError('BAD_USER_INPUT', message, field);

/** Found or not in this account: another account's things are never told apart from nothing. */
export const notFound = (field: readonly string[] | null, message: string): CodedError =>
  new CodedError('NOT_FOUND', message, field);

/**
 * Runs the work of a mutation and gives its payload; an expected failure becomes the payload's `userErrors`. Work that does the
 * rest when a part of its input is wrong states the `userErrors` of that part itself.
 * Anything else is thrown on, to be logged and masked.
 */
export async function payloadOf<Payload extends object>(
  work: () => Promise<Payload>,
): Promise<Partial<Payload> & { userErrors: UserError[] }> {
  try {
    return { userErrors: [], ...(await work()) };
  } catch (error) {
    if (!(error instanceof CodedError) || !isUserErrorCode(error.code)) throw error;
    const failure: { userErrors: UserError[] } = {
      userErrors: [{ code: error.code, field: error.field, message: error.message }],
    };
    return failure as Partial<Payload> & { userErrors: UserError[] };
  }
}
