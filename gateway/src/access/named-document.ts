import { CodedError } from '@ucp/kit/errors';
import { documentHash } from './known-documents.ts';

/** How a request names its document, as its body or its address says. */
export interface DocumentRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export interface AskedDocument {
  readonly hash: string;
  /** Null: it was named only. */
  readonly text: string | null;
  /** Whether it was named as clients do that register what they ask as they go. */
  readonly automatic: boolean;
}

/**
 * The document of a request, named as the appendix of GraphQL over HTTP says (`documentId`) or as Apollo's clients do
 * (`extensions.persistedQuery`); null where a text came by itself.
 * @throws CodedError BAD_USER_INPUT for a name that is none, or is that of another text
 */
export function namedDocumentOf({ query, documentId, extensions }: DocumentRequest): AskedDocument | null {
  const persisted: unknown = Object(extensions).persistedQuery;
  if (isMissing(documentId) && isMissing(persisted)) return null;
  const automatic = isMissing(documentId);
  const name = automatic ? Object(persisted).sha256Hash : documentId;
  const field = automatic ? ['extensions', 'persistedQuery', 'sha256Hash'] : ['documentId'];
  const hash =
    typeof name === 'string' ? (automatic ? /^([0-9a-f]{64})$/ : /^sha256:([0-9a-f]{64})$/).exec(name)?.[1] : undefined;
  if (hash === undefined) {
    const wanted = `"${field.join('.')}" must be ${automatic ? '' : '"sha256:" and '}64 lower-case hexadecimal digits`;
    throw new CodedError('BAD_USER_INPUT', `${wanted}, got ${JSON.stringify(name)?.slice(0, 100)}`, field);
  }
  const text = typeof query === 'string' && query !== '' ? query : null;
  if (text !== null && documentHash(text) !== hash)
    throw new CodedError('BAD_USER_INPUT', `"${field.join('.')}" is not the SHA-256 of "query"`, field);
  return { hash, text, automatic };
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';
