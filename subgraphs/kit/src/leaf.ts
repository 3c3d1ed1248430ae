import { bitsOf, encodeBits } from './contact-bits.ts';

/** Something that happened to a contact and made a leaf match. */
export interface LeafFact {
  /** Number under which the contact is shown. */
  readonly contact: number;
  readonly at: Date;
  readonly channel: string | null;
  readonly kind: string;
}

/** What the owner of a leaf answers: who matches now, and by what, which is worked out only when it is asked for. */
export interface LeafAnswer {
  readonly contactNos: Iterable<number>;
  readonly facts: () => Promise<readonly LeafFact[]> | readonly LeafFact[];
}

/** Fields of `LeafAudience`, the same in every part. */
export const leafResolvers = {
  contacts: ({ contactNos }: LeafAnswer): string => encodeBits(bitsOf(contactNos)),
  facts: async ({ facts }: LeafAnswer): Promise<LeafFact[]> =>
    [...(await facts())].sort((a, b) => b.at.getTime() - a.at.getTime()),
};
