import type { Connection, GraphRequest, GraphResult } from '@ucp/kit/connection';

type Execute = Pick<Connection, 'execute'>;

/** What a part answered first to a question is its answer for good; it is asked once. */
function recorded<Kept>(part: Execute, keep: (answer: GraphResult) => Kept) {
  const answers = new Map<string, Promise<Kept>>();
  return (request: GraphRequest, caller: Parameters<Connection['execute']>[1]): Promise<Kept> => {
    const question = `${request.query}\n${JSON.stringify(request.variables)}`;
    const known = answers.get(question) ?? part.execute(request, caller).then(keep);
    answers.set(question, known);
    return known;
  };
}

/** A part without its database. Each answer is an object of its own, as one that a part has just made. */
export function replayed<Part extends Execute>(part: Part): Part {
  const ask = recorded(part, (answer) => JSON.stringify(answer));
  return { ...part, execute: async (request, caller) => JSON.parse(await ask(request, caller)) };
}

/** The same for a part whose answers are only written out: over HTTP nobody changes them. */
export const replayedForWriting = <Part extends Execute>(part: Part): Part => ({
  ...part,
  execute: recorded(part, (answer) => answer),
});
