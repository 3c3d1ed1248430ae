import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What of a resolver's `info` says which fields are asked. */
export type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Whether one of some fields is asked of what a field gives, whatever `@skip` and `@include` say of it. */
export function asksFor({ fieldNodes, fragments }: Selection, fields: ReadonlySet<string>): boolean {
  const among = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return fields.has(selection.name.value);
      return among(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments[selection.name.value]?.selectionSet,
      );
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => among(selectionSet));
}
