import { badInput } from '@ucp/kit/errors';
import { limits } from './limits.ts';

type Given<Value> = Value | null | undefined;

export interface EnrollmentRecord {
  readonly key: string;
  readonly workflowNo: number;
  readonly contactNo: number;
  readonly state: 'ACTIVE' | 'WAITING' | 'PAUSED' | 'COMPLETED' | 'EXITED' | 'FAILED';
  readonly enteredAt: Date;
  readonly exitedAt?: Given<Date>;
  readonly exitReason?: Given<string>;
  readonly currentStep?: Given<string>;
  readonly log: readonly LogRecord[];
}

interface LogRecord {
  readonly at: Date;
  readonly step: string;
  readonly decision: string;
  readonly detail?: Given<string>;
  readonly message?: Given<{
    readonly key: string;
    readonly channel: string;
    readonly status: string;
    readonly skippedBecause?: Given<string>;
    readonly sentAt?: Given<Date>;
  }>;
}

const ended = new Set(['COMPLETED', 'EXITED', 'FAILED']);

/** Checks a way through a workflow before it is kept. @throws CodedError BAD_USER_INPUT naming what is wrong */
export function checkRecord(
  { key, state, enteredAt, exitedAt, currentStep, log }: EnrollmentRecord,
  field: readonly string[],
): void {
  const refuse = (name: string, message: string): never => {
    throw badInput([...field, name], message);
  };
  if (key === '' || key.length > limits.key)
    refuse('key', `A key has 1 to ${limits.key} characters, got ${key.length}`);
  if (state === 'PAUSED') refuse('state', 'PAUSED follows from a merge and is not recorded; record ACTIVE or WAITING');
  if (ended.has(state) && (exitedAt ?? null) === null)
    refuse('exitedAt', `An enrollment that is ${state} has left: "exitedAt" is missing`);
  if (!ended.has(state) && (exitedAt ?? null) !== null)
    refuse('exitedAt', `An enrollment that is ${state} has not left, got ${exitedAt?.toISOString()}`);
  if (!ended.has(state) && (currentStep ?? '') === '')
    refuse('currentStep', `An enrollment that is ${state} is at a step: "currentStep" is missing`);
  if (exitedAt !== null && exitedAt !== undefined && exitedAt < enteredAt)
    refuse('exitedAt', 'A contact leaves after it entered');
  if (log.length > limits.log) refuse('log', `A log has at most ${limits.log} entries, got ${log.length}`);
  for (const { message, detail } of log) {
    if ((detail ?? '').length > limits.detail)
      refuse('log', `A detail has at most ${limits.detail} characters, got ${detail?.length}`);
    if (message === null || message === undefined) continue;
    if (message.status === 'SKIPPED' && (message.skippedBecause ?? null) === null)
      refuse('log', `The message "${message.key}" was skipped: "skippedBecause" is missing`);
  }
}
