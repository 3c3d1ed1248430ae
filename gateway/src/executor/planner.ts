import type { GraphOperation, PlanListener, QueryPlan, Result, Sources } from './plan.ts';

/** What Apollo makes of an operation: a plan, or a refusal before there is one. */
export type Planned =
  | { readonly plan: QueryPlan; readonly sources: Sources; readonly refusal: null }
  | { readonly refusal: Result };

export interface Planner {
  /** For Apollo's gateway, as its listener to plans. */
  readonly listener: PlanListener;
  /** The plan of an operation, without its execution. */
  readonly planOf: (
    operation: GraphOperation,
    execute: (operation: GraphOperation) => Promise<Result>,
  ) => Promise<Planned>;
}

/** Carries a plan out of Apollo's executor in place of the execution. */
class PlanMade extends Error {
  readonly plan: QueryPlan;
  readonly sources: Sources;

  constructor(plan: QueryPlan, sources: Sources) {
    super('the plan is made');
    this.plan = plan;
    this.sources = sources;
  }
}

/** Apollo hands a plan out only while it executes it: the operation is stopped there. */
export function createPlanner(): Planner {
  const wanted = new WeakSet<object>();
  return {
    listener: ({ requestContext, queryPlan, serviceMap }) => {
      if (wanted.has(requestContext)) throw new PlanMade(queryPlan, serviceMap);
    },
    planOf: async (operation, execute) => {
      const asked = { ...operation };
      wanted.add(asked);
      try {
        return { refusal: await execute(asked) };
      } catch (error) {
        if (!(error instanceof PlanMade)) throw error;
        const { plan, sources } = error;
        return { plan, sources, refusal: null };
      }
    },
  };
}
