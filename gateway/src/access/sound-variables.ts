import { badInput } from '@ucp/kit/errors';
import { placeOfVariable } from '@ucp/kit/input-path';
import { isStorable } from '@ucp/kit/storable-text';
import { limits } from '../limits.ts';
import { numberTooLarge } from './finite-numbers.ts';
import { textUnstorable } from './storable-texts.ts';

interface Asked {
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> | undefined };
  /** The document. */
  readonly source: string;
}

/**
 * Refuses variables that are nested deeper than anything the graph takes, before they are read by recursion: of a megabyte of
 * brackets the stack would run over. And what no database or JSON can hold, which only there would be found out.
 */
export const soundVariables = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request: { variables = {} }, source }: Asked) => {
      if (isDeeper(variables, limits.variablesDepth))
        throw badInput(null, `Variables may be nested ${limits.variablesDepth} levels deep, got more`);
      const found = firstUnsound(variables);
      if (found === null) return;
      const [name = '', ...rest] = found.way;
      throw badInput([...placeOfVariable(source, name), ...rest], found.why);
    },
  }),
};

function isDeeper(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

interface Unsound {
  /** Names and places on the way to it. */
  readonly way: readonly string[];
  readonly why: string;
}

const unstorable = { way: [], why: textUnstorable };
const tooLarge = { way: [], why: numberTooLarge };

function firstUnsound(value: unknown): Unsound | null {
  if (typeof value === 'string') return isStorable(value) ? null : unstorable;
  // As `1e400` is read; a part in another process would be sent null.
  if (typeof value === 'number') return Number.isFinite(value) ? null : tooLarge;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const found = isStorable(name) ? firstUnsound(each) : unstorable;
    if (found !== null) return { ...found, way: [name, ...found.way] };
  }
  return null;
}
