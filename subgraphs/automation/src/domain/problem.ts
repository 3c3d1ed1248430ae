import { CodedError } from '@ucp/kit/errors';
import { definitionLimits, limits } from './limits.ts';

/** What is wrong with a definition, and where: the path begins at the definition. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

const { list: listLongest } = definitionLimits;
const { key: wordLongest } = limits;

export type Path = readonly string[];

/** What a check throws, as a problem. */
export function problemOf(path: Path, check: () => void): Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return [{ path: error.field ?? path, message: error.message }];
  }
}

/** The names of the fields that are given, of these. */
export const givenOf = <Name extends string>(value: { readonly [name in Name]?: unknown }, names: readonly Name[]) =>
  names.filter((name) => value[name] !== null && value[name] !== undefined);

/** That exactly one of these is given. */
export function* exactlyOne<Name extends string>(
  value: { readonly [name in Name]?: unknown },
  names: readonly Name[],
  path: Path,
): Iterable<Problem> {
  const given = givenOf(value, names);
  if (given.length !== 1)
    yield {
      path,
      message: `takes exactly one of ${names.join(', ')}, got ${given.length === 0 ? 'none' : given.join(' and ')}`,
    };
}

/** That a text is there and not too long. */
export function* checkText(value: string | null | undefined, longest: number, path: Path): Iterable<Problem> {
  if (value === null || value === undefined) return;
  if (value.trim() === '' || value.length > longest)
    yield { path, message: `"${path.at(-1)}" has 1 to ${longest} characters, got ${value.length}` };
}

/** That a list has a few members, not blank and each once. */
export function* checkList(values: readonly string[] | null | undefined, path: Path): Iterable<Problem> {
  if (values === null || values === undefined) return;
  const name = `"${path.at(-1)}"`;
  if (values.length === 0 || values.length > listLongest)
    yield {
      path,
      message: `${name} has 1 to ${listLongest} values, got ${values.length === 0 ? 'none' : values.length}`,
    };
  if (new Set(values).size < values.length) yield { path, message: `${name} names each value once` };
  for (const [i, value] of values.entries())
    if (value.trim() === '' || value.length > wordLongest)
      yield {
        path: [...path, String(i)],
        message: `a value of ${name} has 1 to ${wordLongest} characters, got ${value.length}`,
      };
}

/** That JSON is not too large. */
export function* checkBytes(value: unknown, most: number, path: Path): Iterable<Problem> {
  const bytes = value === null || value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
  if (bytes > most) yield { path, message: `"${path.at(-1)}" has at most ${most} bytes as JSON, got ${bytes}` };
}

/** That a whole number lies between two. */
export function* checkRange(value: number, from: number, to: number, path: Path): Iterable<Problem> {
  if (value < from || value > to)
    yield { path, message: `"${path.at(-1)}" is between ${from} and ${to.toLocaleString('en')}, got ${value}` };
}
