import { compileFetch, type FetchContext } from './compile-fetch.ts';
import { NotCompiled } from './not-compiled.ts';
import type { PlanNode, PlanPath, QueryPlan } from './plan.ts';
import type { Run, Step } from './run.ts';

const nothing: Step = async () => {};

/** Compiles a plan into one step that does its fetches in the order the plan demands. */
export function compilePlan({ node }: QueryPlan, context: FetchContext): Step {
  if (node === undefined) return nothing;
  if (node.kind === 'Subscription') throw new NotCompiled('plan-node');
  return compileNode(node, [], context);
}

function compileNode(node: PlanNode, path: PlanPath, context: FetchContext): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, context);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], context);
    case 'Sequence': {
      const steps = node.nodes.map((each) => compileNode(each, path, context));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compileNode(each, path, context));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const branch = (each: PlanNode | undefined) => (each === undefined ? nothing : compileNode(each, path, context));
      const [met, unmet] = [branch(node.ifClause), branch(node.elseClause)];
      return (run) => (isTrue(run, node.condition) ? met : unmet)(run);
    }
    default:
      // @defer: the planner is not asked for it.
      throw new NotCompiled('plan-node');
  }
}

const isTrue = ({ values }: Run, variable: string): boolean => values[variable] === true;
