/** One decision that contacts are one person. */
export interface MergeState {
  readonly mergeNo: number;
  readonly survivorNo: number;
  readonly absorbedNos: readonly number[];
  readonly at: Date;
  readonly reason: string | null;
  readonly actor: string;
}
