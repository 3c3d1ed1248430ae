import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Clock } from './clock.ts';
import { asCoded, codeOf, isRetryable } from './database-errors.ts';
import { observeClient, sendTogether } from './database-sending.ts';
import type { Logger } from './log.ts';

/** A statement that is prepared once per connection under its name. The name says what it reads or writes. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Transaction {
  /** The database's time at the beginning, with the clock's offset; to the millisecond. */
  readonly now: Date;
  /** Statements that do not wait for each other's answers go out at once; they are done in the order in which they are given. */
  readonly query: <Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;
  /**
   * The same for the last statement of all, which the commit follows at once: locks it takes are not held until its answer was
   * read and the commit sent. Resolves after the commit; no statement may come behind it.
   */
  readonly last: Transaction['query'];
}

/** A connection of one's own, for work with temporary tables that goes over several transactions. */
export interface Session {
  /** One statement, by itself a transaction. */
  readonly query: Transaction['query'];
  /** Runs `work` between begin and commit, once. `READ ONLY`: the server refuses whatever would write to a table that is not temporary. */
  readonly transaction: <Result>(
    mode: 'READ WRITE' | 'READ ONLY',
    work: (tx: Transaction) => Promise<Result>,
  ) => Promise<Result>;
  /** Ends the connection, and with it its temporary tables and locks. */
  readonly close: () => void;
}

export interface Database {
  /** A hot read, outside of any transaction, on the one read connection; what waits is pipelined behind it. */
  readonly read: <Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;
  /** A read that may take long, on a connection beside the one of hot reads, and planned for its values. */
  readonly readAside: <Row extends pg.QueryResultRow>(
    statement: Statement,
    values: readonly unknown[],
  ) => Promise<Row[]>;
  /** One statement that writes, by itself a transaction. Tried again as a transaction is. */
  readonly write: <Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;
  /** Runs `work` between begin and commit. Tried again, at most three times, after a deadlock or a serialization failure. */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /**
   * Runs `work`, which only reads, between begin and commit on one snapshot: all its statements see what was committed before the
   * first of them.
   */
  readonly snapshot: <Result>(work: (tx: Pick<Transaction, 'query'>) => Promise<Result>) => Promise<Result>;
  /** Takes one of the write connections until the session is closed. */
  readonly session: () => Promise<Session>;
  /** The offset to add to `now()` where a read statement needs the time: an interval in text, for example `0 ms`. */
  readonly clockOffset: () => string;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told each statement as it is sent, begin and commit included. */
  readonly observe?: ((text: string) => void) | undefined;
}

/** Write connections of one process to one database. Two cores gained nothing beyond eight. */
const writers = 8;
/** A statement that runs longer than this is stuck; in milliseconds. */
const statementTimeout = 30_000;

/** int8 as number: revs and counts stay far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

export function createDatabase({ url, clock, log, observe }: DatabaseOptions): Database {
  const common = { connectionString: url, types, connectionTimeoutMillis: 5_000, statement_timeout: statementTimeout };
  // Calendar months and dates are counted in UTC, whatever the server is set to.
  const pool = new pg.Pool({ ...common, max: writers, options: '-c timezone=UTC', pipeline: true });
  // One read connection per database and process is the fastest there is: 841 requests/s against 621 with two.
  const reader = new pg.Pool({ ...common, max: 1, options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan' });
  for (const each of [pool, reader]) {
    each.on('error', (error) => log.warn({ code: codeOf(error) }, 'idle connection lost'));
    // The pool listens only while a connection is idle. One that is lost within a transaction fails its statements, and an event
    // nobody listens to would end the process.
    each.on('connect', (client) => client.on('error', () => {}));
    each.on('connect', sendTogether);
    if (observe !== undefined) each.on('connect', (client) => observeClient(client, observe));
  }

  const within = async <Result>(
    client: pg.PoolClient,
    mode: keyof typeof beginnings,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> => {
    const [, { rows }] = await Promise.all([
      client.query(beginnings[mode]),
      client.query<{ now: Date }>(clockStatement(clock)),
    ]);
    const send = queryOf(client);
    let failure: unknown;
    let committed = false;
    const query: typeof send = async (statement, values) => {
      // It would be committed by itself, on a connection that somebody else may have by then.
      if (committed) throw new Error(`the statement "${statement.name}" came behind the end of its transaction`);
      return sendWithin(statement, values);
    };
    const sendWithin: typeof send = (statement, values) =>
      send<never>(statement, values).catch((error: unknown) => {
        // Those behind a statement that failed are refused, which tells nothing: they fail for its reason.
        failure ??= error;
        throw failure;
      });
    const last: Transaction['query'] = async <Row extends pg.QueryResultRow>(
      statement: Statement,
      values: readonly unknown[],
    ) => {
      committed = true;
      // Of a statement that fails nothing is left to commit: PostgreSQL then rolls back.
      const [answer] = await Promise.all([sendWithin<Row>(statement, values), client.query('commit')]);
      return answer;
    };
    const result = await work({ now: rows[0]?.now ?? new Date(Number.NaN), query, last });
    // PostgreSQL would answer the commit of a transaction that failed as if all were well.
    if (failure !== undefined) throw failure;
    if (!committed) await client.query('commit');
    return result;
  };

  const attempt = async <Result>(
    work: (tx: Transaction) => Promise<Result>,
    mode: keyof typeof beginnings = 'READ WRITE',
  ): Promise<Result> => {
    const client = await pool.connect();
    let broken = false;
    try {
      return await within(client, mode, work);
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    pool,
    clockOffset: () => `${clock.offset()} ms`,
    read: async (statement, values) => {
      try {
        return (await reader.query({ ...statement, values: [...values] })).rows;
      } catch (error) {
        throw asCoded(error);
      }
    },
    readAside: async (statement, values) => {
      try {
        return (await pool.query({ ...statement, values: [...values] })).rows;
      } catch (error) {
        throw asCoded(error);
      }
    },
    write: (statement, values) =>
      persistently(async () => (await pool.query({ ...statement, values: [...values] })).rows),
    transaction: (work) => persistently(() => attempt(work)),
    snapshot: (work) => persistently(() => attempt(work, 'SNAPSHOT')),
    session: async () => {
      const client = await pool.connect();
      client.on('error', (error) => log.warn({ code: codeOf(error) }, 'connection of a session lost'));
      return {
        query: queryOf(client),
        transaction: async (mode, work) => {
          try {
            return await within(client, mode, work);
          } catch (error) {
            await client.query('rollback').catch(() => {});
            throw asCoded(error);
          }
        },
        close: () => client.release(true),
      };
    },
    close: async () => {
      await Promise.all([pool.end(), reader.end()]);
    },
  };
}

/** How transactions begin, by what they may do. */
const beginnings = {
  'READ WRITE': 'begin',
  'READ ONLY': 'begin read only',
  SNAPSHOT: 'begin isolation level repeatable read, read only',
} as const;

/** Tries again after a deadlock or a serialization failure. */
async function persistently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 3 || !isRetryable(error)) throw asCoded(error);
    }
  }
}

const queryOf =
  (client: pg.PoolClient): Transaction['query'] =>
  async (statement, values) =>
    (await client.query({ ...statement, values: [...values] })).rows;

const clockStatement = (clock: Clock) => ({
  name: 'clock',
  text: `select date_trunc('milliseconds', now() + $1::interval) as now`,
  values: [`${clock.offset()} ms`],
});

/** A name for a text put together at run time, so that it is prepared once all the same. */
export const statementOf = (text: string): Statement => ({
  name: `s_${createHash('sha256').update(text).digest('base64url').slice(0, 40)}`,
  text,
});
