import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { limits } from '../limits.ts';

interface Size {
  readonly fields: number;
  readonly depth: number;
}

/**
 * Refuses an operation that is too large or too deep once its fragments are spread out, before it is planned. Sizes of
 * fragments are reckoned once each: a bomb of fragments costs no more than its text.
 */
export function operationSize(context: ValidationContext): ASTVisitor {
  const sizes = new Map<string, Size | 'open'>();

  const sizeOfFragment = (fragment: FragmentDefinitionNode | null | undefined): Size => {
    if (fragment === null || fragment === undefined) return { fields: 0, depth: 0 };
    const known = sizes.get(fragment.name.value);
    // Fragments that contain themselves are refused by a rule of their own.
    if (known === 'open') return { fields: 0, depth: 0 };
    if (known !== undefined) return known;
    sizes.set(fragment.name.value, 'open');
    const size = sizeOf(fragment.selectionSet);
    sizes.set(fragment.name.value, size);
    return size;
  };

  const sizeOf = ({ selections }: SelectionSetNode): Size =>
    selections.reduce<Size>(
      (sum, selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return both(sum, sizeOfFragment(context.getFragment(selection.name.value)));
        if (selection.kind === Kind.INLINE_FRAGMENT) return both(sum, sizeOf(selection.selectionSet));
        const inner = selection.selectionSet === undefined ? { fields: 0, depth: 0 } : sizeOf(selection.selectionSet);
        return both(sum, { fields: inner.fields + 1, depth: inner.depth + 1 });
      },
      { fields: 0, depth: 0 },
    );

  return {
    OperationDefinition: (node) => {
      const { fields, depth } = sizeOf(node.selectionSet);
      if (fields > limits.fields)
        context.reportError(
          tooMuch(`An operation may have ${limits.fields} fields with its fragments spread out, got ${fields}`),
        );
      if (depth > limits.depth)
        context.reportError(tooMuch(`An operation may be ${limits.depth} levels deep, got ${depth}`));
      if (node.selectionSet.selections.length > limits.rootFields) {
        context.reportError(
          tooMuch(
            `An operation may have ${limits.rootFields} fields at its root, got ${node.selectionSet.selections.length}`,
          ),
        );
      }
    },
  };
}

const both = (a: Size, b: Size): Size => ({
  fields: Math.min(a.fields + b.fields, Number.MAX_SAFE_INTEGER),
  depth: Math.max(a.depth, b.depth),
});
const tooMuch = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'COST_LIMIT_EXCEEDED' } });
