/**
 * Work that is done one at a time, for everybody who asks. Who asks while it goes on has the next turn, as what it has read may be
 * older than the question; all of them share that one.
 * @param idle called when nobody asks any more
 */
export function createTurns<Wish, Result>(work: (wishes: readonly Wish[]) => Promise<Result>, idle: () => void) {
  interface Turn {
    readonly wishes: Wish[];
    readonly result: Promise<Result>;
    readonly begin: () => void;
  }
  let next: Turn | null = null;
  let busy = false;

  const begin = (): void => {
    if (busy || next === null) return;
    const turn = next;
    next = null;
    busy = true;
    const done = (): void => {
      busy = false;
      begin();
      if (!busy) idle();
    };
    turn.result.then(done, done);
    turn.begin();
  };

  const planned = (): Turn => {
    const wishes: Wish[] = [];
    let start = (): void => {};
    const result = new Promise<void>((resolve) => {
      start = resolve;
    }).then(() => work(wishes));
    return { wishes, result, begin: () => start() };
  };

  /** Resolves once work that began after the call is done. Questions of the same moment, as of one request, share it. */
  return (wish: Wish): Promise<Result> => {
    next ??= planned();
    next.wishes.push(wish);
    const { result } = next;
    queueMicrotask(begin);
    return result;
  };
}
