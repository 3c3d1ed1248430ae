import type { ContactView } from './contact-view.ts';

/** A value that a word of a search was found in, as it is kept: whether it is shown, the merged view decides. */
export interface SearchHit {
  readonly place: number;
  /** 1: the word is in it. Less: how similar it is. */
  readonly quality: number;
  readonly foundIn: 'IDENTIFIER' | 'FIELD' | 'TAG';
  /** Kind of the identifier or key of the field; empty for a tag. */
  readonly key: string;
  readonly text: string;
}

/**
 * Least quality of the worst word of each tier, best first: all words are found as they are written, or spelled closely, or
 * somewhat. 0.3 is what PostgreSQL's trigrams take for similar at all.
 */
export const tierQualities = [1, 0.5, 0.3] as const;

/** The tier of a contact by what is shown of it; null when a word is in nothing that is shown. */
export function tierOf(view: ContactView, hits: readonly SearchHit[], words: number): number | null {
  const best = new Array<number>(words).fill(0);
  for (const hit of hits) if (isShown(view, hit)) best[hit.place] = Math.max(best[hit.place] ?? 0, hit.quality);
  const worst = Math.min(...best);
  const tier = tierQualities.findIndex((least) => worst >= least);
  return tier < 0 ? null : tier;
}

function isShown({ identifiers, customFields, tags }: ContactView, { foundIn, key, text }: SearchHit): boolean {
  switch (foundIn) {
    case 'IDENTIFIER':
      return identifiers.some(({ kind, value }) => kind === key && value === text);
    case 'FIELD':
      return customFields.some((field) => field.key === key && field.value === text);
    case 'TAG':
      return tags.includes(text);
  }
}
