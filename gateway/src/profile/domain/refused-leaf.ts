import { type Filter, keyOf, type Leaf, type Path, placedLeaves } from '@ucp/audience/filter';
import { CodedError, type ErrorCode } from '@ucp/kit/errors';

/** What the owner of a leaf refused. It knows the leaf, and not where filters ask for it. */
export class RefusedLeaf extends CodedError {
  readonly leaf: Leaf;
  /** The place within the leaf. */
  readonly within: Path;

  constructor(code: ErrorCode, message: string, part: string, refused: { readonly leaf: Leaf; readonly within: Path }) {
    super(code, message, null, part);
    this.leaf = refused.leaf;
    this.within = refused.within;
  }
}

/** A filter of a question, and where it stands in the caller's input; null where no input has it. */
export interface PlacedFilter {
  readonly filter: Filter;
  readonly path: Path | null;
}

/**
 * The failure of a question with the place of what was refused: in the filter that asks for it, or where that asks for the segment
 * that does.
 */
export function placed(
  error: unknown,
  filters: readonly PlacedFilter[],
  expanded: (filter: Filter) => Filter,
): unknown {
  if (!(error instanceof RefusedLeaf)) return error;
  const key = keyOf(error.leaf);
  const isIt = ({ leaf }: { readonly leaf: Leaf }): boolean => keyOf(leaf) === key;
  for (const { filter, path } of filters) {
    if (path === null) continue;
    for (const { leaf, path: at } of placedLeaves(filter, path)) {
      const told = (field: Path) => new CodedError(error.code, error.message, field, error.part);
      if (isIt({ leaf })) return told([...at, ...error.within]);
      if (leaf.name === 'segment' && placedLeaves(expanded({ segment: leaf.predicate })).some(isIt)) return told(at);
    }
  }
  return error;
}
