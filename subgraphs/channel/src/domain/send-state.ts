import { type LookupOutcome, type SendOutcome, settlingTime } from '../outgoing.ts';
import { laterBy, mostAttempts } from './backoff.ts';

export type SendState = 'QUEUED' | 'CLAIMED' | 'SENT' | 'SKIPPED' | 'FAILED' | 'UNKNOWN' | 'REVIEW' | 'CANCELED';

/** What staff says of a message of which nobody can tell whether it was sent. */
export type SendReviewDecision = 'SENT' | 'NOT_SENT' | 'SEND_AGAIN';

/** What becomes of a message that was claimed. */
export interface SendChange {
  readonly state: Exclude<SendState, 'CLAIMED' | 'SKIPPED' | 'CANCELED'>;
  /** When it is tried again, or looked up again; null for states that wait for nothing. */
  readonly dueAt: Date | null;
  readonly attempts: number;
  /** The provider's id; null until it is known. */
  readonly providerMessageId: string | null;
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
}

export const isFinal = (state: SendState): boolean =>
  state === 'SENT' || state === 'SKIPPED' || state === 'FAILED' || state === 'CANCELED';

/** Longest answer of a provider that is kept, in characters. */
const detailLimit = 500;
const kept = (text: string): string => text.slice(0, detailLimit);

/** @param attempts how often the provider has put the message off so far */
export function afterOutcome(outcome: SendOutcome, attempts: number, now: Date): SendChange {
  switch (outcome.is) {
    case 'SENT':
      return { ...sent(outcome.providerMessageId), attempts };
    case 'REFUSED':
      return { ...failed(outcome.code, outcome.detail), attempts };
    case 'UNKNOWN':
      return { ...unknown(outcome.detail, now), attempts };
    case 'LATER': {
      const tries = attempts + 1;
      if (tries >= mostAttempts) return { ...failed(outcome.code, outcome.detail), attempts: tries };
      return {
        ...queued(new Date(now.getTime() + laterBy(attempts, outcome.afterMs))),
        attempts: tries,
        errorCode: kept(outcome.code),
        errorDetail: kept(outcome.detail),
      };
    }
  }
}

/** A provider that has said nothing so long after the claim says nothing any more, in milliseconds: somebody must decide. */
const lookupsEnd = 24 * 60 * 60_000;

/** That a provider does not know a message counts once it certainly would: until then it is asked again. */
export function afterLookup(outcome: LookupOutcome, attempts: number, claimedAt: Date, now: Date): SendChange {
  const age = now.getTime() - claimedAt.getTime();
  const again = (after: number, detail: string): SendChange => ({
    ...unknown(detail, new Date(now.getTime() + after)),
    attempts,
  });
  const onReview = (detail: string): SendChange => ({
    ...unknown(detail, now),
    state: 'REVIEW',
    dueAt: null,
    attempts,
  });
  switch (outcome.is) {
    case 'FOUND':
      return { ...sent(outcome.providerMessageId), attempts };
    case 'ABSENT':
      if (age < settlingTime) return again(settlingTime - age, 'The provider does not know it yet.');
      return { ...queued(now), attempts };
    case 'LATER':
      return age < lookupsEnd ? again(outcome.afterMs, outcome.detail) : onReview(outcome.detail);
    case 'CANNOT_TELL':
      return onReview(outcome.detail);
  }
}

/** @param providerMessageId stands in where nobody knows the provider's own */
export function afterReview(
  decision: SendReviewDecision,
  attempts: number,
  providerMessageId: string,
  now: Date,
): SendChange {
  if (decision === 'SENT') return { ...sent(providerMessageId), attempts };
  if (decision === 'SEND_AGAIN') return { ...queued(now), attempts };
  return { ...failed('NOT_SENT', 'Decided by hand.'), attempts };
}

type Without<Key extends keyof SendChange> = Omit<SendChange, Key>;

const nothing = { dueAt: null, providerMessageId: null, errorCode: null, errorDetail: null } as const;
const sent = (providerMessageId: string): Without<'attempts'> => ({ ...nothing, state: 'SENT', providerMessageId });
const queued = (dueAt: Date): Without<'attempts'> => ({ ...nothing, state: 'QUEUED', dueAt });
const failed = (code: string, detail: string): Without<'attempts'> => ({
  ...nothing,
  state: 'FAILED',
  errorCode: kept(code),
  errorDetail: kept(detail),
});
const unknown = (detail: string, dueAt: Date): Without<'attempts'> => ({
  ...nothing,
  state: 'UNKNOWN',
  dueAt,
  errorDetail: kept(detail),
});
