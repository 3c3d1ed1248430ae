import { CodedError } from './errors.ts';

/** A part that has not answered within this many milliseconds is given up; a client never waits for good. */
export const deadline = 10_000;
/** Largest answer of a part that is read, in bytes. A profile is some 20 kB, a page of 200 some 4 MB. */
export const answerLimit = 20 * 1024 * 1024;
/** Milliseconds before a question that did not reach its part is asked once more. */
export const retryAfter = 20;
/** Answers in a row that did not come in time, after which a part is left alone. Each kept a caller waiting for a deadline. */
export const lateAnswers = 5;
/** Milliseconds for which a part that is late is left alone; then one question tries it. */
export const leftAloneFor = 2_000;
/** Identical reads of one caller that may be under way at a time; what comes then shares the next. */
export const identicalReads = 2;

/** The question did not reach the part, or the part could not take it: asking once more does no harm to what reads only. */
export class Unreached extends CodedError {
  constructor(part: string) {
    super('SUBGRAPH_UNAVAILABLE', `${part} cannot be reached at the moment.`);
  }
}
