import type { Filter, MessageToSend, Next } from './definition.ts';
import type { WaitFacts } from './wait-time.ts';

/** Where an enrollment stands. */
export interface Standing {
  readonly enrollmentNo: number;
  readonly workflowNo: number;
  readonly version: number;
  /** Contact who entered, whoever it is shown as. */
  readonly contactNo: number;
  readonly step: string;
  /** Whether it has just come to the step; else it waits there. */
  readonly hasArrived: boolean;
  /** When it came to the step. */
  readonly since: Date;
  /** What it waited for, where that happened. */
  readonly wokenBy: string | null;
  /** What became of the message it waits for. */
  readonly messageStatus: string | null;
  /** What steps did for it before it was moved to its version. Null: it never was. */
  readonly before: DoneBefore | null;
}

/** What has been done for an enrollment in other versions of its workflow, by step: it is not done again. */
export interface DoneBefore {
  /** Messages that wait at their channel or left. */
  readonly sent: ReadonlyMap<string, { readonly status: string; readonly messageNo: number }>;
  /** Steps that told partners or staff, or started or stopped another workflow. */
  readonly told: ReadonlySet<string>;
}

/** Something outside that a step has done. The same again does nothing more. */
export type Effect =
  | { readonly is: 'SEND'; readonly key: string; readonly message: MessageToSend }
  | { readonly is: 'SET_FIELD'; readonly field: string; readonly value: unknown }
  | { readonly is: 'TAGS'; readonly add: readonly string[]; readonly remove: readonly string[] };

/** What came of an effect. */
export type EffectAnswer =
  | {
      readonly is: 'SEND';
      readonly status: 'QUEUED' | 'SKIPPED' | 'SENT' | 'FAILED';
      /** The rule where it was skipped, and why in a sentence where the channel could not take it. */
      readonly skippedBecause: string | null;
      readonly detail: string | null;
    }
  | { readonly is: 'CHANGE'; readonly problem: string | null };

/** What is known when a step is looked at; what is undefined was not asked yet. */
export interface Known {
  /** Null: it cannot be asked any more. */
  readonly matches: (filter: Filter) => boolean | null | undefined;
  /** Null: the contact is gone. */
  readonly facts: WaitFacts | null | undefined;
  readonly answer: EffectAnswer | undefined;
}

export interface Note {
  readonly step: string;
  readonly decision: string;
  readonly detail: string | null;
  /** Whether it is about the message of the step. */
  readonly ofMessage?: true;
}

/** What a step tells others, or has another workflow do. */
export type Consequence =
  | { readonly is: 'START_WORKFLOW'; readonly workflowId: string }
  | { readonly is: 'STOP_WORKFLOW'; readonly workflowId: string }
  | { readonly is: 'WEBHOOK'; readonly endpoint: string; readonly data: unknown }
  | {
      readonly is: 'NOTIFY';
      readonly to: { readonly email: string } | { readonly endpoint: string };
      readonly text: string;
    };

export type WaitsFor = 'EVENT' | 'FILTER' | 'SEND';

export type StepOutcome =
  | { readonly is: 'ASKS_FILTERS' }
  | { readonly is: 'ASKS_FACTS' }
  | { readonly is: 'ASKS'; readonly effect: Effect }
  | {
      readonly is: 'GOES';
      readonly next: Next;
      readonly note: Note;
      readonly consequence?: Consequence;
    }
  | {
      readonly is: 'WAITS';
      readonly dueAt: Date | null;
      readonly waitsFor: WaitsFor | null;
      /** Null: it waited there before. */
      readonly note: Note | null;
    }
  | Leaving;

export interface Leaving {
  readonly is: 'LEAVES';
  readonly state: 'COMPLETED' | 'EXITED' | 'FAILED';
  readonly reason: string;
  readonly note: Note;
}

/** Idempotency key of the message of a step: an enrollment visits it once in a version. */
export const sendKey = ({ enrollmentNo, version, step }: Pick<Standing, 'enrollmentNo' | 'version' | 'step'>): string =>
  `wf:${enrollmentNo}:${version}:${step}`;
