/** Lets work of the same key be done one after another. */
export type Turns = <Result>(key: number, work: (hasWaited: boolean) => Promise<Result>) => Promise<Result>;

export function createTurns(): Turns {
  const last = new Map<number, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const own = before === undefined ? work(false) : before.then(() => work(true));
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
