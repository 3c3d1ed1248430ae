/** A place among the rows of one part: a moment, and the part's own id at that moment. */
export interface PlaceOfPart {
  readonly at: Date;
  readonly id: string;
}

/**
 * A timeline's place among the rows of one part. Timelines are ordered by moment, then by id compared as text, both
 * descending, and ids begin with their part: at the same moment everything of a part that sorts below the place's part is
 * still to come, and nothing of one that sorts above it.
 * @param bounds ids of the part's own form below and above all others
 */
export function placeBehind(
  part: string,
  { at, id }: { readonly at: Date; readonly id: string },
  bounds: { readonly least: string; readonly greatest: string },
): PlaceOfPart {
  const dot = id.indexOf('.');
  const placePart = id.slice(0, dot);
  if (placePart === part) return { at, id: id.slice(dot + 1) };
  return { at, id: `${part}.` < `${placePart}.` ? bounds.greatest : bounds.least };
}
