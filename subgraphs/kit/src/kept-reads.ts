import type { Caller } from './caller.ts';
import type { AskList } from './shared-reads.ts';

/** What is read for one question is kept this many milliseconds at most: a question takes less, or it reads again. */
const keptFor = 5_000;
/** Lists of contacts that are kept for all questions under way; those of the oldest go first, and are read again. */
const keptLists = 4_000;

interface Question<Result> {
  readonly revs: Caller['revs'];
  readonly reads: Map<string, Promise<Result>>;
}

/** Who asks, and whether what was read before they asked may be told again. */
export interface Asking {
  readonly caller: Caller;
  /** True: what was read may be changed by what comes behind it, and each read is made anew. */
  readonly mutates: boolean;
}

/**
 * What one question of a client has read of a part it need not read again: the plan asks a part for its fields, and profile asks it
 * for the score and the timeline. Whoever may ask what was decided before: rows are kept, never answers. A question that has seen a
 * newer state of another part than when it read reads again.
 * @param own name of the part, of whose own journal an answer is never behind
 * @param also other contacts that what was read of one tells of as well. Default: of none
 */
export function createKeptReads<List extends string, Result>(
  own: string,
  ask: (account: number, list: List, contactNo: number) => Promise<Result>,
  also: (result: Result, contactNo: number) => readonly number[] = () => [],
): (asking: Asking) => AskList<List, Result> {
  const questions = new Map<string, Question<Result>>();
  let lists = 0;

  const forget = (key: string, question: Question<Result>): void => {
    if (questions.get(key) !== question) return;
    questions.delete(key);
    lists -= question.reads.size;
  };

  const open = (key: string, revs: Caller['revs']): Question<Result> => {
    const before = questions.get(key);
    if (before !== undefined) forget(key, before);
    const question: Question<Result> = { revs, reads: new Map() };
    questions.set(key, question);
    setTimeout(() => forget(key, question), keptFor).unref();
    return question;
  };

  const makeRoom = (): void => {
    for (const [key, question] of questions) {
      if (lists <= keptLists) return;
      forget(key, question);
    }
  };

  return ({ caller, mutates }) => {
    const { account, question: id, revs } = caller;
    if (mutates) return (list, contactNo) => ask(account, list, contactNo);
    const key = id === undefined ? null : `${account} ${id}`;
    const known = key === null ? undefined : questions.get(key);
    const covers = known !== undefined && isAsNew(known.revs, revs, own);
    const question = covers ? known : key === null ? { revs, reads: new Map() } : open(key, revs);
    const keep = (place: string, read: Promise<Result>): void => {
      question.reads.set(place, read);
      if (key === null || questions.get(key) !== question) return;
      lists++;
      makeRoom();
    };
    return (list, contactNo) => {
      const kept = question.reads.get(`${list} ${contactNo}`);
      if (kept !== undefined) return kept;
      const read = ask(account, list, contactNo).then((result) => {
        for (const other of also(result, contactNo)) {
          const place = `${list} ${other}`;
          if (!question.reads.has(place)) keep(place, read);
        }
        return result;
      });
      keep(`${list} ${contactNo}`, read);
      return read;
    };
  };
}

const isAsNew = (known: Caller['revs'], asked: Caller['revs'], own: string): boolean =>
  Object.entries(asked).every(([part, rev]) => part === own || (known[part] ?? -1) >= rev);
