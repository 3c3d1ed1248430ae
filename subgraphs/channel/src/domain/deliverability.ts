/** A delivery or a hard bounce of an address. */
export interface DeliveryOutcome {
  readonly at: Date;
  readonly bounced: boolean;
  /** Message it belongs to; where the provider does not tell, the event's own id. */
  readonly message: string;
}

export interface Deliverability {
  /** Hard bounces over distinct messages since the last delivery. */
  readonly consecutive: number;
  readonly heldSince: Date | null;
}

/**
 * Folds outcomes in the order of their times: a delivery resets the count, the bounce that reaches `heldAfter` holds the
 * address for good. At equal times the delivery counts first, as a bounce can only follow it.
 */
export function deliverabilityOf(outcomes: readonly DeliveryOutcome[], heldAfter: number, at: Date): Deliverability {
  const ordered = [...outcomes].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || Number(a.bounced) - Number(b.bounced),
  );
  let messages = new Set<string>();
  let heldSince: Date | null = null;
  for (const outcome of ordered) {
    if (outcome.at > at) break;
    if (!outcome.bounced) messages = new Set();
    else messages.add(outcome.message);
    if (messages.size >= heldAfter) heldSince ??= outcome.at;
  }
  return { consecutive: messages.size, heldSince };
}
