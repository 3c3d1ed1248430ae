/**
 * What a workflow does, checked and resolved: every `next` is the key of a step or `end`, every default is filled in. Made by
 * `readDefinition` out of the stored JSON, which is the form of `WorkflowDefinitionInput`; versions that were published never
 * change, so that what was read once stays read.
 */
export interface Definition {
  readonly trigger: Trigger;
  /** Null: everybody. */
  readonly entry: Filter | null;
  readonly reentry: Reentry;
  readonly goal: Filter | null;
  readonly exit: Filter | null;
  /** The first is where it begins. */
  readonly steps: readonly Step[];
}

/** As `AudienceFilter` has it; whose facts it asks for, profile knows. */
export type Filter = Readonly<Record<string, unknown>>;

/** `end`, or the key of a step. */
export type Next = string;
export const end = 'end';

export interface ActivityCondition {
  /** In capitals; null: all. */
  readonly channels: readonly string[] | null;
  readonly kinds: readonly string[];
  readonly campaign: string | null;
  readonly link: string | null;
  readonly includeMachine: boolean;
}

export interface BehaviorCondition {
  readonly name: string;
  readonly properties: readonly { readonly key: string; readonly equals: unknown }[];
}

export interface DateCondition {
  readonly field: string;
  readonly daysBefore: number;
  /** `09:00` */
  readonly at: string;
}

export type Trigger =
  | { readonly is: 'ACTIVITY'; readonly activity: ActivityCondition }
  | { readonly is: 'BEHAVIOR'; readonly behavior: BehaviorCondition }
  | { readonly is: 'SEGMENT'; readonly segmentId: string; readonly on: 'ENTERED' | 'LEFT' }
  | { readonly is: 'DATE'; readonly date: DateCondition; readonly yearly: boolean }
  | { readonly is: 'MANUAL' };

/** `after`: an ISO 8601 duration since entering the last time; null: never again. */
export interface Reentry {
  readonly after: string | null;
}

export type Wait =
  | { readonly is: 'FOR'; readonly duration: string }
  | { readonly is: 'UNTIL'; readonly at: Date }
  | { readonly is: 'FIELD'; readonly date: DateCondition }
  /** `weekdays`: 1 for Monday to 7; null: any. */
  | { readonly is: 'TIME'; readonly at: string; readonly weekdays: readonly number[] | null };

export type Awaited =
  | { readonly is: 'ACTIVITY'; readonly activity: ActivityCondition; readonly own: boolean }
  | { readonly is: 'BEHAVIOR'; readonly behavior: BehaviorCondition }
  | { readonly is: 'FILTER'; readonly filter: Filter };

export interface MessageToSend {
  readonly channel: string;
  readonly template: string | null;
  readonly content: Readonly<Record<string, unknown>> | null;
  readonly topic: string | null;
  readonly sender: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

export type Skipped =
  | { readonly is: 'CONTINUE' }
  | { readonly is: 'EXIT' }
  | { readonly is: 'GO_TO'; readonly next: Next };

export type StepAction =
  | { readonly is: 'WAIT'; readonly wait: Wait; readonly next: Next }
  | {
      readonly is: 'WAIT_UNTIL';
      readonly awaited: Awaited;
      readonly timeout: string;
      readonly next: Next;
      readonly onTimeout: Next;
    }
  | {
      readonly is: 'BRANCH';
      readonly paths: readonly { readonly name: string; readonly when: Filter; readonly next: Next }[];
      readonly otherwise: Next;
    }
  | {
      readonly is: 'SPLIT';
      readonly seed: string | null;
      readonly paths: readonly { readonly name: string; readonly share: number; readonly next: Next }[];
    }
  | { readonly is: 'SEND'; readonly message: MessageToSend; readonly ifSkipped: Skipped; readonly next: Next }
  | { readonly is: 'SET_FIELD'; readonly field: string; readonly value: unknown; readonly next: Next }
  | { readonly is: 'TAGS'; readonly add: readonly string[]; readonly remove: readonly string[]; readonly next: Next }
  | { readonly is: 'START_WORKFLOW'; readonly workflowId: string; readonly next: Next }
  | { readonly is: 'STOP_WORKFLOW'; readonly workflowId: string; readonly next: Next }
  | { readonly is: 'WEBHOOK'; readonly endpoint: string; readonly data: unknown; readonly next: Next }
  | {
      readonly is: 'NOTIFY';
      readonly to: { readonly email: string } | { readonly endpoint: string };
      readonly text: string;
      readonly next: Next;
    }
  | { readonly is: 'GOAL'; readonly reason: string }
  | { readonly is: 'EXIT'; readonly reason: string };

export type Step = StepAction & { readonly key: string };
