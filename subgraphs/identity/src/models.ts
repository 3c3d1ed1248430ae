import type { LeafAnswer } from '@ucp/kit/leaf';
import type { ContactView, IdentifierView } from './domain/contact-view.ts';
import type { MergeState } from './domain/merge-state.ts';
import type { MergePreview } from './domain/preview.ts';
import type { AccountRow } from './store/accounts.ts';
import type { AuditRow } from './store/audit-log.ts';
import type { PastValueRow } from './store/field-history.ts';
import type { ImportRow } from './store/imports.ts';
import type { KeyRow } from './store/keys.ts';
import type { ReviewRow } from './store/merges.ts';

/** What the fields of each type are resolved from. */
export interface ContactModel {
  readonly id: string;
  /** Null for a reference of another part until a field of it is asked. */
  readonly view: ContactView | null;
}
export interface ContactIdentifierModel extends IdentifierView {
  readonly of: ContactView;
}
export type FieldHistoryEntryModel = PastValueRow;
export type AuditEntryModel = AuditRow;
export type MergeModel = MergeState;
export type MergePreviewModel = MergePreview;
export type MergeReviewModel = ReviewRow;
export type AccountModel = AccountRow;
export type ApiKeyModel = KeyRow;
export type ImportJobModel = ImportRow;
export type LeafAudienceModel = LeafAnswer;
