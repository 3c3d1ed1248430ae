/**
 * What is added to the database's clock. Zero in production. Tests and the demo move it, so that sixty days pass in no time.
 * The clock itself is the database's, read once per transaction: one clock for leases, consent order and sending hours.
 */
export interface Clock {
  /** Milliseconds added to the database's time. */
  readonly offset: () => number;
  readonly setOffset: (milliseconds: number) => void;
}

export function createClock(): Clock {
  let offset = 0;
  return {
    offset: () => offset,
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}

/** The time of this process where no database is asked: until when a link works. Rules and ledgers take the database's. */
export const timeOf = (clock: Clock): Date => new Date(Date.now() + clock.offset());
