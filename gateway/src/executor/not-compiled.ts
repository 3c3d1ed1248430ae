/** Why an operation is left to Apollo's own executor. A closed list: it is a label of a metric. */
export type NotCompiledReason = 'plan-node' | 'context-argument' | 'response-name' | 'condition-without-value';

/** Thrown while an operation is compiled, or before anything is fetched. */
export class NotCompiled extends Error {
  readonly reason: NotCompiledReason;

  constructor(reason: NotCompiledReason) {
    super(`the operation is not compiled: ${reason}`);
    this.reason = reason;
  }
}
