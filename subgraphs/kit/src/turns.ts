import { CodedError } from './errors.ts';

/** Lets work of the same key be done one after another. @throws CodedError SUBGRAPH_TIMEOUT for whose turn came too late */
export type Turns = <Result>(key: number, work: (hasWaited: boolean) => Promise<Result>) => Promise<Result>;

/** @param patience milliseconds after which nobody waits for an answer any more: work that begins later would only keep others waiting */
export function createTurns(patience: number): Turns {
  const last = new Map<number, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const came = performance.now();
    const afterOthers = () => {
      if (performance.now() - came > patience)
        throw new CodedError(
          'SUBGRAPH_TIMEOUT',
          'Other questions about the account took too long. Try again in a minute.',
        );
      return work(true);
    };
    const own = before === undefined ? work(false) : before.then(afterOthers);
    const done = own.then(
      () => {},
      () => {},
    );
    last.set(key, done);
    void done.then(() => {
      if (last.get(key) === done) last.delete(key);
    });
    return own;
  };
}
