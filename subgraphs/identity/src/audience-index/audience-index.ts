import type { Database, Transaction } from '@ucp/kit/database';
import { createIndexMemory } from '@ucp/kit/index-memory';
import type { FieldDefinition } from '../domain/fields.ts';
import { type AudienceHead, audienceSnapshot, readAudienceHead } from '../store/audience-rows.ts';
import { addColumns, createIdentityIndex, type IdentityIndex, missingColumns, type Topics } from './account-index.ts';
import { catchUp, loadColumns, loadPopulation } from './loading.ts';
import { dropAllBut, dropUnasked, hasAll, markAsked, together } from './topics.ts';
import { createTurns } from './turns.ts';

/** What an account's index says, and the moment it was asked. */
export interface AudienceState {
  /** True for its rev, with every column that was asked about. To be read at once: the next question may change it. */
  readonly index: IdentityIndex;
  /** Rev of the last change of who is shown as whom. */
  readonly moved: number;
  /** The database's time. */
  readonly now: Date;
  /** Fields asked about; absent: the account does not have them. */
  readonly definitions: readonly FieldDefinition[];
}

/** Everything that was committed before the call is in the answer. */
export type AskAudience = (account: number, topics: Topics) => Promise<AudienceState>;

/**
 * The contacts of accounts, in columns in memory, for questions about whole accounts. Each question first takes in what has a newer
 * rev; PostgreSQL stays the truth, and an index that is not there, or does not fit into the memory, is made out of it.
 * @param limit bytes that may be kept
 */
export function createAudienceIndex(db: Database, limit?: number): AskAudience {
  const memory = createIndexMemory<IdentityIndex>(limit);
  /** Of accounts that are asked about at the moment. */
  const turns = new Map<number, (topics: Topics) => Promise<AudienceState>>();

  const renew = async (account: number, topics: Topics): Promise<AudienceState> => {
    const known = memory.of(account);
    const fields = [...topics.fields];
    const head = await readAudienceHead({ query: db.read }, account, fields, db.clockOffset());
    if (known?.rev === head.rev && hasAll(known, topics, head.definitions)) {
      markAsked(known, topics);
      return { index: known, ...head };
    }
    try {
      const state = await audienceSnapshot(db, async (tx) => {
        const keys = [...new Set([...fields, ...(known?.columns.fields.keys() ?? [])])];
        const newest = await readAudienceHead(tx, account, keys, db.clockOffset());
        const index = await asNewAs(tx, account, newest, known);
        dropUnasked(index, topics, newest.definitions);
        const missing = missingColumns(topics, index.columns, newest.definitions);
        await loadColumns(tx, account, index, missing, newest.last);
        addColumns(index.columns, missing);
        return { index, ...newest };
      });
      if (!memory.keep(account, state.index)) {
        dropAllBut(state.index, topics);
        memory.keep(account, state.index);
      }
      return state;
    } catch (error) {
      // It may have taken in a part of what changed.
      memory.drop(account);
      throw error;
    }
  };

  return (account, topics) => {
    const turn =
      turns.get(account) ??
      createTurns<Topics, AudienceState>(
        (asked) => renew(account, together(asked)),
        () => void turns.delete(account),
      );
    turns.set(account, turn);
    return turn(topics);
  };
}

/** The index as it is known, with what changed since; or one that is read anew, also where the database went back behind it. */
async function asNewAs(
  tx: Pick<Transaction, 'query'>,
  account: number,
  { rev, last }: AudienceHead,
  known: IdentityIndex | undefined,
): Promise<IdentityIndex> {
  if (known !== undefined && known.rev <= rev && (known.rev === rev || (await catchUp(tx, account, known, last)))) {
    known.rev = rev;
    return known;
  }
  const index = createIdentityIndex(rev);
  await loadPopulation(tx, account, index, last);
  return index;
}
