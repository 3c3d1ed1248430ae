import type { Filter } from '@ucp/audience/filter';
import type { Caller } from '@ucp/kit/caller';
import type { Database, Transaction } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput, CodedError, isUserErrorCode, notFound } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import { accountRules } from '../actions.ts';
import { checkName } from '../domain/model-input.ts';
import { type Asking, asksFor, checkSegment, usesOf } from '../domain/segment-uses.ts';
import type { ProfileService } from '../service.ts';
import { waitingCampaigns } from '../store/campaigns.ts';
import { lockRules, readRules, rulesSettled } from '../store/rules.ts';
import { modelsOf } from '../store/score-models.ts';
import { noteRules } from '../store/segment-news.ts';
import { addSegment, archiveSegment, changeSegment, type SegmentRow, segmentByNo } from '../store/segments.ts';
import type { SegmentUsers } from './segment-users.ts';

/** Segments of one account that are not archived, and how many of them may be tracked. */
const limits = { segments: 500, tracked: 50 } as const;

type Given<Value> = Value | null | undefined;

export interface SegmentChange {
  /** Id of the segment to change. Without it a new one is made. */
  readonly id?: Given<string>;
  /** A new one needs name and filter; of one that is changed what is not given stays. */
  readonly name?: Given<string>;
  readonly filter?: Given<Filter>;
  readonly tracked?: Given<boolean>;
}

const filterPath = ['input', 'filter'];
const unknownSegment = (field: readonly string[]) => notFound(field, 'The account has no segment of this id');

/** What is done to saved segments. */
export interface Segments {
  /** @throws CodedError BAD_USER_INPUT, NOT_FOUND */
  readonly save: (caller: Caller, change: SegmentChange) => Promise<SegmentRow>;
  /** Has who comes and goes noted. @returns what keeps each from it, in one sentence; null: it is noted. Repeatable */
  readonly track: (caller: Caller, ids: readonly string[]) => Promise<(string | null)[]>;
  /** @throws CodedError NOT_FOUND, BAD_USER_INPUT naming what needs the segment */
  readonly archive: (caller: Caller, id: string) => Promise<SegmentRow>;
}

/**
 * Other parts are asked what needs a segment while the rules are locked: whoever begins to need it says so first, and then has it
 * tracked or its filter checked, which waits for the lock. One of both sees the other.
 * @param changed is called after a commit by which segments are to be looked at
 */
export function createSegments(
  db: Database,
  service: Pick<ProfileService, 'check'>,
  usersOf: SegmentUsers,
  changed: () => void,
): Segments {
  /** Whoever listens would hear nothing more. */
  const checkUntracked = async (tx: Transaction, caller: Caller, segmentNo: number): Promise<void> => {
    const segment = await segmentByNo(tx, caller.account, segmentNo);
    if (segment === null || !segment.tracked) return;
    const users = await usersOf(caller, recordId('seg', caller.account, segmentNo), true);
    if (users.length > 0)
      throw badInput(['input', 'tracked'], `The segment "${segment.name}" is listened to by ${inWords(users)}`);
  };
  const save: Segments['save'] = async (caller, change) => {
    const { account } = caller;
    const name = change.name?.trim();
    if (name !== undefined) checkName(name, ['input', 'name']);
    const segmentNo = numberOf(account, change.id, ['input', 'id']);
    await accountRules(db, account);
    if (change.filter !== null && change.filter !== undefined) {
      await service.check(caller, [{ filter: change.filter, path: filterPath }]);
    }
    try {
      const saved = await db.transaction(async (tx) => {
        await lockRules(tx, account);
        if (change.tracked === false && segmentNo !== undefined) await checkUntracked(tx, caller, segmentNo);
        return write(tx, db.clockOffset(), account, { ...change, name, segmentNo });
      });
      changed();
      return saved;
    } catch (error) {
      if (codeOf(error) !== '23505') throw error;
      throw badInput(['input', 'name'], `A segment of the name "${name}" is there already; names are unique`);
    }
  };
  const trackOne = async (caller: Caller, id: string): Promise<string | null> => {
    const segmentNo = recordNoOf('seg', caller.account, id);
    const segment = segmentNo === null ? null : await segmentByNo({ query: db.read }, caller.account, segmentNo);
    // A segment that is changed is looked at anew: one that is tracked is left alone.
    if (segment?.tracked === true && segment.archivedAt === null) return null;
    try {
      await save(caller, { id, tracked: true });
      return null;
    } catch (error) {
      if (!(error instanceof CodedError) || !isUserErrorCode(error.code)) throw error;
      return error.message;
    }
  };
  return {
    save,
    track: async (caller, ids) => {
      await rulesSettled(db, caller.account);
      const problems: (string | null)[] = [];
      for (const id of ids) problems.push(await trackOne(caller, id));
      return problems;
    },
    archive: async (caller, id) => {
      const { account } = caller;
      const segmentNo = numberOf(account, id, ['id']);
      return db.transaction(async (tx) => {
        await lockRules(tx, account);
        const segment = segmentNo === undefined ? null : await segmentByNo(tx, account, segmentNo);
        if (segment === null) throw unknownSegment(['id']);
        if (segment.archivedAt !== null) return segment;
        const uses = [
          ...usesOf(await askingOf(tx, db.clockOffset(), account), account, segment.segmentNo),
          ...(await waitingCampaigns(tx, account))
            .filter(
              (each) =>
                each.segmentNo === segment.segmentNo ||
                (each.filter !== null && asksFor(each.filter, account, segment.segmentNo)),
            )
            .map((campaign) => `the campaign "${campaign.name}"`),
          ...(await usersOf(caller, id, false)),
        ];
        if (uses.length > 0) throw needed(segment, uses);
        return (await archiveSegment(tx, account, segment.segmentNo)) ?? segment;
      });
    },
  };
}

const needed = ({ name }: SegmentRow, uses: readonly string[]): CodedError =>
  badInput(['id'], `The segment "${name}" is needed by ${inWords(uses)}`);
const inWords = (uses: readonly string[]): string => uses.slice(0, 20).join(', ');

/** What may ask for segments. */
async function askingOf(tx: Transaction, offset: string, account: number): Promise<Asking> {
  const [{ segments }, models] = await Promise.all([readRules(tx, account, offset), modelsOf(tx, account)]);
  return { segments, models };
}

/** Undefined where no id is given. @throws CodedError NOT_FOUND for one that is none of the account */
function numberOf(account: number, id: Given<string>, field: readonly string[]): number | undefined {
  if (id === null || id === undefined) return undefined;
  const segmentNo = recordNoOf('seg', account, id);
  if (segmentNo === null) throw unknownSegment(field);
  return segmentNo;
}

/** Behind the lock of the account's rules, so that what is checked is what is written. */
async function write(
  tx: Transaction,
  offset: string,
  account: number,
  change: Pick<SegmentChange, 'filter' | 'tracked'> & {
    readonly segmentNo: number | undefined;
    readonly name: string | undefined;
  },
): Promise<SegmentRow> {
  const rules = await askingOf(tx, offset, account);
  const { segmentNo } = change;
  const before = segmentNo === undefined ? null : await segmentByNo(tx, account, segmentNo);
  if (segmentNo !== undefined && before === null) throw unknownSegment(['input', 'id']);
  if (before !== null && before.archivedAt !== null)
    throw badInput(['input', 'id'], `The segment "${before.name}" is archived`);
  const { name = before?.name, filter } = { ...change, filter: change.filter ?? before?.filter };
  if (name === undefined || filter === undefined) throw new Error('a new segment has a name and a filter');
  const tracked = change.tracked ?? before?.tracked ?? false;
  checkSegment(rules, account, { segmentNo, filter }, filterPath);
  if (tracked && before?.tracked !== true && rules.segments.filter((each) => each.tracked).length >= limits.tracked)
    throw badInput(['input', 'tracked'], `An account may track ${limits.tracked} segments, this would be one more`);
  // Others may ask for this one.
  if (before !== null && filter !== before.filter) await noteRules(tx, offset, account);
  if (before !== null) return (await changeSegment(tx, account, { ...before, name, filter, tracked })) ?? before;
  if (rules.segments.length >= limits.segments)
    throw badInput(['input'], `An account may have ${limits.segments} segments, this would be one more`);
  return addSegment(tx, account, { name, filter, tracked });
}
