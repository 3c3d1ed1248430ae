/** When something was told: records of one time, as the rows of a file, are in the order of their place. */
export interface RecordTime {
  readonly at: Date;
  readonly place: number;
}

/** Below zero: `a` was told first. */
export const compareTimes = (a: RecordTime, b: RecordTime): number =>
  a.at.getTime() - b.at.getTime() || a.place - b.place;
