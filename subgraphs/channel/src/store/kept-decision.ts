import { z } from 'zod';
import type { SendCheck, SendDecision, SendRule } from '../domain/send-decision.ts';

const moment = z.string().transform((text) => new Date(text));
const rule = z.enum([
  'ADDRESS',
  'CONSENT',
  'SUPPRESSION',
  'DELIVERABILITY',
  'ERASED',
  'RESTRICTED',
  'SENDING_HOURS',
  'FREQUENCY_CAP',
]) satisfies z.ZodType<SendRule>;
const plainly = (passed: SendRule): SendCheck => ({ rule: passed, passed: true, detail: null, since: null });
const check = z.union([
  rule.transform(plainly),
  z
    .tuple([rule, z.boolean(), z.string().nullable(), moment.nullable()])
    .transform(([name, passed, detail, since]): SendCheck => ({ rule: name, passed, detail, since })),
]);
const shape = z
  .object({ allowed: z.boolean(), decidedBy: rule.nullable(), retryAt: moment.nullable(), checks: z.array(check) })
  .nullable();

/**
 * A decision as it is kept with each message, JSON: of a rule that passed with nothing to add the name only. Two whole ones make a
 * row that PostgreSQL compresses anew with every change of state.
 */
export function keptDecision(decision: SendDecision | null): string {
  if (decision === null) return 'null';
  const checks = decision.checks.map(({ rule: name, passed, detail, since }) =>
    passed && detail === null && since === null ? name : [name, passed, detail, since],
  );
  return JSON.stringify({ ...decision, checks });
}

export const decisionOf = (kept: unknown): SendDecision | null => shape.parse(kept);
