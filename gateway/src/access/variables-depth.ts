import { CodedError } from '@ucp/kit/errors';
import { limits } from '../limits.ts';

/**
 * Refuses variables that are nested deeper than anything the graph takes, before they are read by recursion: of a megabyte of
 * brackets the stack would run over.
 */
export const variablesDepth = {
  requestDidStart: async () => ({
    didResolveOperation: async ({
      request,
    }: {
      readonly request: { readonly variables?: Readonly<Record<string, unknown>> | undefined };
    }) => {
      if (isDeeper(request.variables, limits.variablesDepth))
        throw new CodedError(
          'BAD_USER_INPUT',
          `Variables may be nested ${limits.variablesDepth} levels deep, got more`,
        );
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
