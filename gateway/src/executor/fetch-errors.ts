import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Entity } from './entity.ts';
import type { FetchNode, PlanPath } from './plan.ts';
import { answerPathsAt } from './positions.ts';
import { renamedFields } from './rewrites.ts';
import type { Run } from './run.ts';

/** An error of a part as the client is told it, its path the way to the value in the client's own answer. */
export type TellErrors = (
  run: Run,
  errors: readonly GraphQLFormattedError[],
  targets: readonly Entity[] | null,
) => void;

/** @param clientName the name under which the client asked for what the plan asked for under this name */
export function compileErrors(node: FetchNode, path: PlanPath, clientName: (name: string) => string): TellErrors {
  const renamed = renamedFields(node.outputRewrites);
  const asClient = (step: string | number) => (typeof step === 'string' ? clientName(renamed.get(step) ?? step) : step);
  // Of what concerns no single object only the way to the first list is sure.
  const firstList = path.indexOf('@');
  const sure = firstList < 0 ? path : path.slice(0, firstList);

  return (run, errors, targets) => {
    let places: ReturnType<typeof answerPathsAt> | null = null;
    const placeOf = (step: string | number | undefined): readonly (string | number)[] => {
      const target = typeof step === 'number' ? targets?.[step] : undefined;
      if (target === undefined) return sure;
      places ??= answerPathsAt(run.data, path);
      return places.get(target) ?? sure;
    };
    for (const error of errors) {
      const told = error.path;
      const place = targets === null ? told && [...sure, ...told] : told && [...placeOf(told[1]), ...told.slice(2)];
      run.errors.push(asDownstream(error, node.serviceName, place?.map(asClient)));
    }
  };
}

function asDownstream(
  error: GraphQLFormattedError,
  serviceName: string,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  return new GraphQLError(error.message || `Error while fetching subquery from service "${serviceName}"`, {
    originalError: error instanceof Error ? error : null,
    ...(path === undefined ? {} : { path }),
    extensions: { ...error.extensions, serviceName, code: error.extensions?.code ?? 'DOWNSTREAM_SERVICE_ERROR' },
  });
}
