import { type Filter, keyOf, type Path, togetherLeaves } from '@ucp/audience/filter';
import { badInput } from '@ucp/kit/errors';
import { askingSegment } from './without-segments.ts';

/**
 * Refuses a `together` with a condition that nothing that happens makes true: it would match nobody, without a word. What happens the
 * owner of a condition says, so it is looked at once they were asked; the score is not about something that happens.
 * @param written the filter with its segments written out
 * @param answers by `keyOf` of the leaf
 * @throws CodedError BAD_USER_INPUT naming the condition, or where the filter asks for the segment that has it
 */
export function checkHappenings(
  filter: Filter,
  written: Filter,
  path: Path,
  answers: ReadonlyMap<string, { readonly happens: boolean }>,
): void {
  for (const { leaf, path: at } of togetherLeaves(written, path)) {
    if (answers.get(keyOf(leaf))?.happens === true) continue;
    throw badInput(
      askingSegment(filter, path, at) ?? at,
      `"together" takes conditions about what happened, this one of "${leaf.name}" is about none of that`,
    );
  }
}
