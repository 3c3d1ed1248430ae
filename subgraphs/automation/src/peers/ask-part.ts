import { askingAsOf, serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError, isErrorCode, isUserErrorCode } from '@ucp/kit/errors';

/** The other parts as far as they were met, by name. */
export type MetParts = ReadonlyMap<string, Connection>;

/** What is asked of a part: a document whose answer is called `answer`, or a few of other names. */
export interface PartQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Beside that of the parts among themselves. */
  readonly scopes?: readonly string[];
  /** The moment it is about. Default: now. */
  readonly at?: Date;
}

/**
 * Asks a part in the name of automation.
 * @param name null: no part of the graph answers this
 * @throws CodedError with a code of user errors where the part refuses what is asked, else SUBGRAPH_UNAVAILABLE
 */
export async function askPart(
  parts: MetParts,
  name: string | null,
  account: number,
  { query, variables, scopes = [], at }: PartQuestion,
): Promise<unknown> {
  const part = name === null ? undefined : parts.get(name);
  const away = (): CodedError =>
    new CodedError('SUBGRAPH_UNAVAILABLE', `${name ?? 'A part'} cannot answer at the moment.`, null, name);
  if (part === undefined) throw away();
  const caller = askingAsOf(serviceCaller('automation', account), at);
  const { data, errors } = await part.execute(
    { query, variables },
    { ...caller, scopes: [...caller.scopes, ...scopes] },
  );
  const [error] = errors ?? [];
  if (error === undefined) {
    const { answer = data } = Object(data);
    return answer;
  }
  const { code, field } = error.extensions;
  if (!isErrorCode(code) || !isUserErrorCode(code)) throw away();
  throw new CodedError(code, error.message, Array.isArray(field) ? field.map(String) : null, name);
}

/** Whether it was refused for what was asked: asked again it is refused again. */
const isRefusal = (error: unknown): error is CodedError => error instanceof CodedError && isUserErrorCode(error.code);

/** The answers of portions of a list, asked one after another. */
export async function inPortions<Item, Answer>(
  items: readonly Item[],
  size: number,
  ask: (portion: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += size) answers.push(...(await ask(items.slice(from, from + size))));
  return answers;
}

/**
 * Asks for all together. One whose form the graph does not know any more, as of a channel that was taken away, has the whole question
 * refused: then each is asked by itself.
 */
export async function togetherOrEach<Item, Answer>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
  refused: (message: string) => Answer,
): Promise<readonly Answer[]> {
  if (items.length === 0) return [];
  try {
    return await ask(items);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (items.length === 1) return [refused(error.message)];
  }
  return inPortions(items, 1, (one) => togetherOrEach(one, ask, refused));
}
