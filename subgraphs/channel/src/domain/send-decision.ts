import { latest } from '@ucp/kit/moments';
import { heldBy } from './address-status.ts';
import { decisiveConsent, isGranted } from './consent.ts';
import type { AddressFacts, ContactFacts } from './facts.ts';
import { countWithin, freeFrom } from './frequency-cap.ts';
import { parkedBy } from './parking.ts';
import { consentText, suppressionText } from './send-evidence.ts';
import { clockText, hoursIn, nextInside } from './sending-hours.ts';
import type { FrequencyCap } from './settings.ts';
import { activeSuppressions } from './suppression.ts';

export type SendRule =
  | 'ADDRESS'
  | 'CONSENT'
  | 'SUPPRESSION'
  | 'DELIVERABILITY'
  | 'ERASED'
  | 'RESTRICTED'
  | 'SENDING_HOURS'
  | 'FREQUENCY_CAP';

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
  /** Where only hours or caps speak against it: the first moment at which, all else equal, they no longer do. */
  readonly retryAt: Date | null;
  readonly checks: readonly SendCheck[];
}

/**
 * Whether the primary address may be messaged on a topic at a moment: every rule in order, each with its evidence. The one
 * gate that profile, segments and every send ask. A past moment is answered by the facts of then.
 * @param known moment up to which what was said counts; of a message that is to leave now: `everSaid`
 */
export function decideSend(facts: ContactFacts, topicNo: number, at: Date, known: Date = at): SendDecision {
  const lasting = lastingChecks(facts, topicNo, known);
  const checks = [...lasting, hoursCheck(facts, at), capCheck(facts, at)];
  const failed = checks.find((check) => !check.passed);
  const later = failed !== undefined && lasting.every((check) => check.passed);
  return {
    allowed: failed === undefined,
    decidedBy: failed?.rule ?? null,
    retryAt: later ? retryAtOf(facts, at) : null,
    checks,
  };
}

/**
 * The moment by which everything that is known was said. What was committed before a message is decided of counts for it, whatever
 * the clock says: it may have gone back since, and restrictions and objections have the time of another part's database.
 */
export function everSaid({ addresses: [address], ...facts }: ContactFacts, now: Date): Date {
  const { consents, suppressions, statuses } = address;
  const { restrictedSince, objectionSince, erasedAt } = facts;
  let last = latest([now, restrictedSince, objectionSince, erasedAt]) ?? now;
  const note = (moment: Date | null): void => {
    if (moment !== null && moment > last) last = moment;
  };
  for (const entries of [consents, suppressions])
    for (const { occurredAt, retractedAt } of entries) {
      note(occurredAt);
      note(retractedAt);
    }
  for (const { occurredAt } of statuses) note(occurredAt);
  return last;
}

/** What is decided for a contact that has no address on the channel. */
export const withoutAddress: SendDecision = {
  allowed: false,
  decidedBy: 'ADDRESS',
  retryAt: null,
  checks: [{ rule: 'ADDRESS', passed: false, detail: 'The contact has no address on the channel.', since: null }],
};

/** Whether nothing lasting speaks against it: everything but hours and caps, which only mean later. */
export const mayEverSend = (facts: ContactFacts, topicNo: number, at: Date): boolean =>
  lastingChecks(facts, topicNo, at).every((check) => check.passed);

const lastingChecks = (facts: ContactFacts, topicNo: number, at: Date): SendCheck[] => [
  consentCheck(facts.addresses[0], topicNo, at),
  suppressionCheck(facts.addresses[0], topicNo, at),
  deliverabilityCheck(facts, at),
  erasureCheck(facts, at),
  restrictionCheck(facts, at),
];

const sinceBy = (moment: Date | null, at: Date): Date | null => (moment !== null && moment <= at ? moment : null);

function consentCheck({ consents }: AddressFacts, topicNo: number, at: Date): SendCheck {
  const entry = decisiveConsent(consents, topicNo, at);
  if (entry === null) return { rule: 'CONSENT', passed: false, detail: 'No consent was ever given.', since: null };
  const passed = isGranted(entry, at);
  const ranOut = entry.state === 'GRANTED' && !passed ? entry.validUntil : null;
  return { rule: 'CONSENT', passed, detail: consentText(entry, at), since: ranOut ?? entry.occurredAt };
}

function suppressionCheck({ suppressions, consents }: AddressFacts, topicNo: number, at: Date): SendCheck {
  const [first] = activeSuppressions(suppressions, consents, topicNo, at);
  if (first === undefined) return { rule: 'SUPPRESSION', passed: true, detail: null, since: null };
  return { rule: 'SUPPRESSION', passed: false, detail: suppressionText(first), since: first.occurredAt };
}

function deliverabilityCheck({ addresses: [address], settings }: ContactFacts, at: Date): SendCheck {
  const rule = 'DELIVERABILITY';
  const held = heldBy(address, settings.heldAfter, at);
  if (held !== null) {
    const detail =
      held.bounces === null ? `Held by hand: ${held.reason}` : `Held after ${held.bounces} hard bounces in a row.`;
    return { rule, passed: false, detail, since: held.since };
  }
  const parked = parkedBy(address, settings.heldAfter, at);
  const detail = parked === null ? null : `Parked by staff: ${parked.reason}`;
  return { rule, passed: parked === null, detail, since: parked?.occurredAt ?? null };
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

/** The hours of the primary address; null: at any hour. */
const hoursOf = ({ settings, addresses: [{ regions }] }: ContactFacts) =>
  hoursIn(settings.sendingHours, settings.regionHours, regions);

function hoursCheck(facts: ContactFacts, at: Date): SendCheck {
  const rule = 'SENDING_HOURS';
  const hours = hoursOf(facts);
  if (hours === null) return { rule, passed: true, detail: null, since: null };
  const { timeZones } = facts.addresses[0];
  const passed = nextInside(hours, timeZones, at)?.getTime() === at.getTime();
  const span = `${clockText(hours.from)} to ${clockText(hours.until)}`;
  const detail = `Messages are sent from ${span}, ${timeZones.join(' and ')} time.`;
  return { rule, passed, detail, since: null };
}

function capCheck({ settings, sends }: ContactFacts, at: Date): SendCheck {
  const rule = 'FREQUENCY_CAP';
  const reached = settings.frequencyCaps.find((cap) => countWithin(cap, sends, at) >= cap.sends);
  const detail = reached === undefined ? null : capText(reached);
  return { rule, passed: reached === undefined, detail, since: null };
}

const capText = ({ sends, windowMs }: FrequencyCap): string =>
  `${sends} ${sends === 1 ? 'message' : 'messages'} within ${windowMs / 3_600_000} hours ${sends === 1 ? 'is' : 'are'} the most, and so many were sent.`;

function retryAtOf(facts: ContactFacts, at: Date): Date | null {
  const free = freeFrom(facts.settings.frequencyCaps, facts.sends, at);
  const hours = hoursOf(facts);
  return hours === null ? free : nextInside(hours, facts.addresses[0].timeZones, free);
}
