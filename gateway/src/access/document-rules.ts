import { CodedError } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import { limits } from '../limits.ts';
import { type DocumentStore, documentHash, type Manifest } from './known-documents.ts';
import { type DocumentRequest, namedDocumentOf } from './named-document.ts';

/**
 * What a role may ask. `open`: any document. `audit`: any, and those that are not known are counted and told in the log.
 * `safelist`: known ones only.
 */
export const documentModes = ['open', 'audit', 'safelist'] as const;
export type DocumentMode = (typeof documentModes)[number];

export interface DocumentRules {
  readonly manifests: readonly Manifest[];
  /** By role; a role that is not named is open. */
  readonly modes: Readonly<Record<string, DocumentMode>>;
}

export interface Admission {
  readonly role: string;
  readonly outcome: 'known' | 'unknown' | 'refused';
}

/**
 * Decides whether a role may ask a document, and finds the text of one that is only named.
 * @param counted told each document of a role that is not open
 */
export function createAdmit(modes: DocumentRules['modes'], log: Logger, counted: (admission: Admission) => void) {
  const told = new Set<string>();

  /**
   * @param known those of the surface that is asked
   * @returns the text of a document that was only named; null: the request brought its own
   * @throws CodedError BAD_USER_INPUT, NOT_FOUND, FORBIDDEN
   */
  return (
    request: DocumentRequest & { readonly operationName?: unknown },
    role: string,
    known: Pick<DocumentStore, 'textOf'>,
  ): string | null => {
    const mode = modes[role] ?? 'open';
    const named = namedDocumentOf(request);
    if (named === null && (mode === 'open' || typeof request.query !== 'string')) return null;
    const hash = named?.hash ?? documentHash(String(request.query));
    const count = (outcome: Admission['outcome']) => {
      if (mode !== 'open') counted({ role, outcome });
    };
    const text = known.textOf(hash);
    if (text !== null) {
      count('known');
      return named?.text === null ? text : null;
    }
    if (named?.text === null) throw notFound(hash, named.automatic);
    if (mode === 'safelist') {
      count('refused');
      throw new CodedError(
        'FORBIDDEN',
        `A key of the role ${role} may ask known documents only, and "sha256:${hash}" is none`,
      );
    }
    count('unknown');
    if (mode === 'audit' && told.size < limits.auditedDocuments && !told.has(hash)) {
      told.add(hash);
      const operation = String(request.operationName ?? '').slice(0, 100);
      log.warn({ role, document: `sha256:${hash}`, operation }, 'a document that is not known was asked');
    }
    return null;
  };
}

/** The very words for which clients wait that register documents as they go; they send the text then. */
export const unknownAutomatic = 'PersistedQueryNotFound';

const notFound = (hash: string, automatic: boolean): CodedError =>
  new CodedError('NOT_FOUND', automatic ? unknownAutomatic : `No document is known as "sha256:${hash}"`);
