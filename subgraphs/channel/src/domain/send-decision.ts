import { type ConsentEntry, decisiveConsent, isGranted } from './consent.ts';
import { deliverabilityOf } from './deliverability.ts';
import type { AddressFacts, ContactFacts } from './facts.ts';
import { activeSuppressions } from './suppression.ts';

export type SendRule = 'CONSENT' | 'SUPPRESSION' | 'DELIVERABILITY' | 'ERASED' | 'RESTRICTED';

export interface SendCheck {
  readonly rule: SendRule;
  readonly passed: boolean;
  /** The evidence in one sentence. */
  readonly detail: string | null;
  readonly since: Date | null;
}

export interface SendDecision {
  readonly allowed: boolean;
  readonly decidedBy: SendRule | null;
  readonly checks: readonly SendCheck[];
}

/**
 * Whether the primary address may be messaged on a topic at a moment: every rule in order, each with its evidence. The one
 * gate that profile, segments and every send ask. A past moment is answered by the facts of then.
 */
export function decideSend(facts: ContactFacts, topicNo: number, at: Date, heldAfter: number | null): SendDecision {
  const address = facts.addresses[0];
  const checks = [
    consentCheck(address, topicNo, at),
    suppressionCheck(address, topicNo, at),
    deliverabilityCheck(address, heldAfter, at),
    erasureCheck(facts, at),
    restrictionCheck(facts, at),
  ];
  const failed = checks.find((check) => !check.passed);
  return { allowed: failed === undefined, decidedBy: failed?.rule ?? null, checks };
}

const sinceBy = (moment: Date | null, at: Date): Date | null => (moment !== null && moment <= at ? moment : null);

function consentCheck({ consents }: AddressFacts, topicNo: number, at: Date): SendCheck {
  const entry = decisiveConsent(consents, topicNo, at);
  if (entry === null) return { rule: 'CONSENT', passed: false, detail: 'No consent was ever given.', since: null };
  const passed = isGranted(entry, at);
  const ranOut = entry.state === 'GRANTED' && !passed ? entry.validUntil : null;
  return { rule: 'CONSENT', passed, detail: evidenceOf(entry, ranOut), since: ranOut ?? entry.occurredAt };
}

const verbs = {
  GRANTED: 'Consent was given',
  WITHDRAWN: 'Consent was withdrawn',
  DENIED: 'Consent was refused',
  PENDING: 'Consent was asked for and is not confirmed',
} as const;
const ways = {
  FORM: 'by a form',
  KEYWORD: 'by a key word',
  IMPORT: 'according to an imported file',
  API: 'over the API',
  PREFERENCE_CENTER: 'in the preference center',
  ONE_CLICK: 'by one-click unsubscribe',
  AGENT: 'as a member of staff noted',
} as const;

function evidenceOf(entry: ConsentEntry, ranOut: Date | null): string {
  const text = entry.statedText === null ? '' : `: “${entry.statedText}”`;
  const end = ranOut === null ? '' : ', and it ran out';
  return `${verbs[entry.state]} ${ways[entry.method]}${end}${text}${text.endsWith('.”') ? '' : '.'}`;
}

const reasons = {
  UNSUBSCRIBE: 'The person unsubscribed',
  KEYWORD_STOP: 'The person texted to stop',
  COMPLAINT: 'The person reported a message as spam',
  PROVIDER_OPT_OUT: 'The provider has the address as opted out',
  INVALID: 'The address cannot receive messages',
  MANUAL: 'Suppressed by hand',
  ERASED: 'The person was erased',
} as const;

function suppressionCheck({ suppressions, consents }: AddressFacts, topicNo: number, at: Date): SendCheck {
  const [first] = activeSuppressions(suppressions, consents, topicNo, at);
  if (first === undefined) return { rule: 'SUPPRESSION', passed: true, detail: null, since: null };
  const detail = first.detail === null ? `${reasons[first.reason]}.` : `${reasons[first.reason]}: ${first.detail}.`;
  return { rule: 'SUPPRESSION', passed: false, detail, since: first.occurredAt };
}

function deliverabilityCheck({ outcomes }: AddressFacts, heldAfter: number | null, at: Date): SendCheck {
  const held = heldAfter === null ? null : deliverabilityOf(outcomes, heldAfter, at).heldSince;
  const detail = held === null ? null : `Held after ${heldAfter} hard bounces in a row.`;
  return { rule: 'DELIVERABILITY', passed: held === null, detail, since: held };
}

function erasureCheck({ erasedAt }: ContactFacts, at: Date): SendCheck {
  const since = sinceBy(erasedAt, at);
  return {
    rule: 'ERASED',
    passed: since === null,
    detail: since === null ? null : "The person's data is erased.",
    since,
  };
}

function restrictionCheck({ restrictedSince, objectionSince }: ContactFacts, at: Date): SendCheck {
  const restricted = sinceBy(restrictedSince, at);
  const objecting = sinceBy(objectionSince, at);
  const detail =
    restricted !== null ? 'Processing is restricted.' : objecting !== null ? 'The person objects to marketing.' : null;
  return { rule: 'RESTRICTED', passed: detail === null, detail, since: restricted ?? objecting };
}
