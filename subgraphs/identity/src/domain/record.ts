import type { UserErrorCode } from '@ucp/kit/errors';
import type { MergeState } from './merge-state.ts';

export type AcquisitionKind = 'FORM' | 'IMPORT' | 'API' | 'KEYWORD' | 'CHECKOUT' | 'MANUAL';

/** Evidence of consent that came with a record; the channel of the address takes it into its ledger, once by `key`. */
export interface StatedConsent {
  readonly key: string;
  readonly identifierKind: string;
  readonly value: string;
  readonly given: string;
  readonly topic: string | null;
  readonly state: 'GRANTED' | 'WITHDRAWN' | 'DENIED' | 'PENDING';
  readonly method: 'IMPORT';
  readonly occurredAt: Date;
  readonly statedText: string | null;
  readonly statedTextVersion: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly actor: string;
  readonly validUntil: Date | null;
}

/** What a file says of the status of an address; its channel decides what that changes. */
export interface StatedStatus {
  readonly identifierKind: string;
  readonly value: string;
  readonly given: string;
  readonly status: 'NORMAL' | 'EXPIRED' | 'HELD';
  readonly occurredAt: Date;
  readonly reason: string;
  readonly actor: string;
}

/** What is done with a row of a file whose person is known already. */
export type ExistingRule = 'UPDATE' | 'SKIP';

/** A person as somebody tells of them: a call, a row of a file, an address a channel met. */
export interface ContactRecord {
  /** The contact itself, where the record names it by its id: stronger than any identifier. */
  readonly contactNo?: number;
  readonly identifiers: readonly { readonly kind: string; readonly given: string; readonly path: readonly string[] }[];
  /** Values in JSON form; null empties a field. */
  readonly fields: readonly { readonly key: string; readonly value: unknown; readonly path: readonly string[] }[];
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** Only noted for a new contact. */
  readonly acquisition: { readonly kind: AcquisitionKind; readonly detail: string | null } | null;
  readonly consents: readonly StatedConsent[];
  /** Present for a row of a file. */
  readonly imported?: { readonly existing: ExistingRule; readonly statuses: readonly StatedStatus[] };
  /** Provenance: `import:<id>`, `key:<id>`, `channel:EMAIL`. */
  readonly source: string;
}

export type RecordOutcome =
  | {
      readonly outcome: 'CREATED' | 'UPDATED' | 'MERGED' | 'MERGE_REFUSED';
      readonly contactNo: number;
      readonly merge: MergeState | null;
    }
  | { readonly outcome: 'SKIPPED'; readonly contactNo: number }
  | {
      readonly outcome: 'REJECTED';
      readonly field: readonly string[] | null;
      readonly code: UserErrorCode;
      readonly message: string;
    };
