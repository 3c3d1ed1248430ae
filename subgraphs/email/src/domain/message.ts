import { firstOf, furthestOf, type MessageFact } from '@ucp/channel/domain/message';

export type EmailMessageStatus = 'SENT' | 'DEFERRED' | 'DROPPED' | 'DELIVERED' | 'BOUNCED' | 'OPENED' | 'CLICKED';

/** In the order of a message's life: what comes further down was reached later, whenever we heard of it. */
const life: readonly (readonly [string, EmailMessageStatus])[] = [
  ['SEND', 'SENT'],
  ['DEFERRED', 'DEFERRED'],
  ['DROPPED', 'DROPPED'],
  ['DELIVERED', 'DELIVERED'],
  ['SOFT_BOUNCE', 'BOUNCED'],
  ['HARD_BOUNCE', 'BOUNCED'],
  ['OPEN', 'OPENED'],
  ['CLICK', 'CLICKED'],
];

/** Opens and clicks of machines move nothing. Of a message we only know that it was complained of, it was sent. */
export const emailMessageStatus = (facts: readonly MessageFact[]): EmailMessageStatus =>
  furthestOf(facts, life) ?? 'SENT';

export interface Bounce {
  readonly hard: boolean;
  readonly at: Date;
  readonly reason: string | null;
}

/** The hard bounce where there is one, else the first soft one. */
export function bounceOf(facts: readonly MessageFact[]): Bounce | null {
  const bounce = firstOf(facts, ['HARD_BOUNCE']) ?? firstOf(facts, ['SOFT_BOUNCE']);
  if (bounce === null) return null;
  const { reason } = bounce.details;
  return { hard: bounce.kind === 'HARD_BOUNCE', at: bounce.at, reason: typeof reason === 'string' ? reason : null };
}
