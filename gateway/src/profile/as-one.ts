import type { RevRange } from '@ucp/kit/as-of';
import type { Caller } from '@ucp/kit/caller';
import { CodedError } from '@ucp/kit/errors';

/**
 * Contacts are merged and unmerged while they are asked about, and what is asked is asked anew: so often at most, and not a third time after
 * so many milliseconds. With 25 merges and unmerges a second no audience of a thousand was given up.
 */
const limits = { tries: 10, patience: 5_000 } as const;
/** Milliseconds between two tries, more each time, so that they do not keep step with whoever merges. */
const pause = 5;

/** Parts told of contacts by different merges. */
export class Moved extends CodedError {
  /** The newest that were seen. */
  readonly revs: Caller['revs'];

  constructor(revs: Caller['revs']) {
    super(
      'SUBGRAPH_UNAVAILABLE',
      'Contacts are merged faster than they can be asked about. Try again in a few seconds.',
    );
    this.revs = revs;
  }
}

/** @throws Moved when what a part told is not by the merges of a rev, where both are known */
export function demandAsOf(part: string, told: RevRange | null, asOf: number | null): void {
  if (told === null || asOf === null) return;
  if (told[0] !== asOf || told[1] !== asOf) throw new Moved({ [part]: Math.max(told[1], asOf) });
}

/** The caller with a question that is answered by nothing that was read for it before. */
export const afresh = (caller: Caller, revs: Caller['revs']): Caller => ({
  ...Object.entries(revs).reduce((seen, [part, rev]) => seeing(seen, part, rev), caller),
  question: undefined,
});

/** The caller whose answers know of at least so much of a part. */
export const seeing = (caller: Caller, part: string, rev: number): Caller => ({
  ...caller,
  revs: { ...caller.revs, [part]: Math.max(caller.revs[part] ?? 0, rev) },
});

/**
 * Does work whose questions must all be answered by the same merges, and does it anew when they were not.
 * @throws Moved when they never were
 */
export async function asOne<Result>(caller: Caller, work: (caller: Caller) => Promise<Result>): Promise<Result> {
  const began = performance.now();
  let asking = caller;
  for (let tries = 1; ; tries++) {
    try {
      return await work(asking);
    } catch (error) {
      if (!(error instanceof Moved) || tries === limits.tries) throw error;
      // What takes longer than that by itself is asked a second time all the same.
      if (tries > 1 && performance.now() - began > limits.patience) throw error;
      asking = afresh(caller, error.revs);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * pause * tries));
    }
  }
}
