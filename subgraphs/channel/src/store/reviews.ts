import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

/** A text that was taken for a revocation, to be read by somebody. */
export interface NewReview {
  readonly eventId: string;
  readonly addressNo: number;
  readonly statedText: string;
  readonly occurredAt: Date;
}

export type ReviewDecision = 'APPROVED' | 'REJECTED';

export interface ReviewRow extends NewReview {
  /** The address as it was first written. */
  readonly given: string;
  readonly value: string;
  /** Null while it waits. */
  readonly decision: ReviewDecision | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly actor: string | null;
  readonly [column: string]: unknown;
}

const columns = `r.event_id as "eventId", r.address_no as "addressNo", r.stated_text as "statedText", r.occurred_at as "occurredAt",
    a.given, a.value, r.decision, r.decided_at as "decidedAt", r.reason, r.actor
    from revocation_review r join address a using (account_id, address_no)`;
const waiting: Statement = {
  name: 'revocation_reviews',
  text: `/* revocation_reviews */ select ${columns} where account_id = $1 and r.decision is null
      and (r.occurred_at, r.event_id) > ($2::timestamptz, $3::uuid)
    order by r.occurred_at, r.event_id limit $4`,
};
const byId: Statement = {
  name: 'revocation_review_lock',
  text: `/* revocation_review_lock */ select ${columns} where account_id = $1 and r.event_id = $2 for update of r`,
};

/** Reviews that wait, oldest first, behind a place. */
export const waitingReviews = (
  reader: Pick<Transaction, 'query'>,
  account: number,
  { at, id }: { readonly at: string; readonly id: string },
  limit: number,
): Promise<ReviewRow[]> => reader.query<ReviewRow>(waiting, [account, at, id, limit]);

export const lockReview = async (tx: Transaction, account: number, eventId: string): Promise<ReviewRow | null> =>
  (await tx.query<ReviewRow>(byId, [account, eventId]))[0] ?? null;

/** Puts texts on review; one that is known is passed over. */
export const reviewWrite = (account: number, reviews: readonly NewReview[]): JournalWrite => ({
  name: 'reviews',
  text: `insert into revocation_review (account_id, event_id, address_no, stated_text, occurred_at, rev)
    select $1::int, r.event_id, r.address_no, r.stated_text, r.occurred_at, stamp.rev
    from stamp, unnest($2::uuid[], $3::int[], $4::text[], $5::timestamptz[]) as r(event_id, address_no, stated_text, occurred_at)
    on conflict do nothing`,
  values: [
    account,
    reviews.map(({ eventId }) => eventId),
    reviews.map(({ addressNo }) => addressNo),
    reviews.map(({ statedText }) => statedText),
    reviews.map(({ occurredAt }) => occurredAt),
  ],
});

export const decisionWrite = (
  account: number,
  eventId: string,
  decided: { readonly decision: ReviewDecision; readonly at: Date; readonly reason: string; readonly actor: string },
): JournalWrite => ({
  name: 'decision',
  text: `update revocation_review set decision = $3::text, decided_at = $4::timestamptz, reason = $5::text, actor = $6::text, rev = stamp.rev
    from stamp where account_id = $1::int and event_id = $2::uuid`,
  values: [account, eventId, decided.decision, decided.at, decided.reason, decided.actor],
});
