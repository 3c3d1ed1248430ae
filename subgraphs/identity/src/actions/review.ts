import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { MergeState } from '../domain/merge-state.ts';
import { writesOf } from '../store/changes.ts';
import { decideReview, lockReview, type ReviewRow } from '../store/merges.ts';
import { loadNeighbourhood, lockDecisions } from '../store/neighbourhood.ts';
import { mergeWithin } from './merge.ts';

export interface Reviewed {
  readonly review: ReviewRow;
  readonly merge: MergeState | null;
}

/**
 * Decides a review: approved, its contacts are merged in the same transaction; rejected, they stay apart. What was decided
 * before stays; to decide otherwise the contacts are merged or unmerged by hand. Either is on the log of each contact.
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT, MERGE_CONFLICT where a limit speaks against it
 */
export const decide = (
  db: Database,
  account: number,
  reviewNo: number | null,
  state: 'APPROVED' | 'REJECTED',
  actor: string,
): Promise<Reviewed> =>
  db.transaction(async (tx) => {
    // Before the review's own lock: who resolves records has this one when it writes reviews.
    await lockDecisions(tx, account);
    const review = reviewNo === null ? null : await lockReview(tx, account, reviewNo);
    if (review === null) throw notFound(['id'], 'The account has no review of this id');
    if (review.state === state) return { review, merge: null };
    if (review.state !== 'OPEN') throw badInput(['id'], `The review was decided already: ${review.state}`);
    const decided = await decideReview(tx, account, review.reviewNo, state, actor);
    const { contactNos, rule, detail } = review;
    const details = { review: review.reviewNo, rule, decision: state };
    const audit = contactNos.map((contactNo) => ({ actor, action: 'REVIEWED', contactNo, details }));
    if (state === 'APPROVED') {
      const by = { reason: `review: ${detail}`, actor };
      const { merge } = await mergeWithin(tx, account, contactNos, by, audit);
      return { review: decided, merge };
    }
    const place = await loadNeighbourhood(tx, account, () => ({ identifiers: [], contactNos }));
    place.changes.audit.push(...audit);
    await appendToJournal(tx, account, writesOf(account, place));
    return { review: decided, merge: null };
  });
