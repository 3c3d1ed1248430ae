/** Who asks, as established by the gateway. Every row read or written belongs to `account`; it never comes from an argument. */
export interface Caller {
  readonly account: number;
  /** For the record: `key:<id>`, `service:<part>`, `provider:<name>`. */
  readonly actor: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly requestId: string;
  /** Origin under which the caller reached us, for links in answers: `https://ucp.example.com`. Null for parts among themselves. */
  readonly origin: string | null;
  /** Newest journal state of each part that this request has seen; a part that is behind folds before it answers. */
  readonly revs: Readonly<Record<string, number>>;
  /** The moment the question is about, in milliseconds since 1970. Absent: now, by the clock of whoever answers. */
  readonly at?: number | undefined;
  /**
   * Names the query of a client that this question is a part of, by an id that nobody else has: its parts may be told what one of them
   * read. Absent within a mutation, where what was read before need not be true any more.
   */
  readonly question?: string | undefined;
}

/** The scope of the parts among themselves; no key can hold it. */
export const serviceScope = 'service';

/** A caller that is a part of the system itself. `account` 0 stands for none. */
export const serviceCaller = (part: string, account = 0): Caller => ({
  account,
  actor: `service:${part}`,
  role: 'service',
  scopes: [serviceScope],
  requestId: 'service',
  origin: null,
  revs: {},
});

/** The caller with a question about another moment than now. */
export const askingAsOf = (caller: Caller, at: Date | null | undefined): Caller =>
  at === null || at === undefined ? caller : { ...caller, at: at.getTime() };

/** The moment a question is about, as a value of a statement; null: now. */
export const momentOf = ({ at }: Pick<Caller, 'at'>): Date | null => (at === undefined ? null : new Date(at));
